using Xunit.Abstractions;
using Xunit.Sdk;

namespace GanDsl.Oracles;

/// <summary>Makes facts that lack a required oracle fail; those that are excused skip by xunit's own property.</summary>
public sealed class OracleFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        ((OracleFactAttribute)((IReflectionAttributeInfo)factAttribute).Attribute).Absence is { IsExcused: false } absence
            ? AbsentOracleTestCase.Of(DiagnosticMessageSink, discoveryOptions, testMethod, absence, arguments: null)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

/// <summary>Makes rows that lack an oracle skip or fail, one by one.</summary>
public class OracleTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        ((OracleTheoryAttribute)((IReflectionAttributeInfo)theoryAttribute).Attribute).AbsenceFor(dataRow) switch
        {
            null => base.CreateTestCasesForDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow),
            { IsExcused: true } absence => CreateTestCasesForSkippedDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow, absence.Says),
            var absence => [AbsentOracleTestCase.Of(DiagnosticMessageSink, discoveryOptions, testMethod, absence, dataRow)],
        };
}
