using Xunit.Abstractions;
using Xunit.Sdk;

namespace GanDsl.Ilgpu.Tests;

/// <summary>
/// A theory of devices, of which rows on PoCL need it, and whose rows have a trait <c>Layer</c> as those of <see cref="LayerTheoryAttribute"/> have.
/// </summary>
[XunitTestCaseDiscoverer("GanDsl.Ilgpu.Tests.LayerDeviceTheoryDiscoverer", ThisAssembly.Name)]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LayerDeviceTheoryAttribute : OracleTheoryAttribute
{
    public override Absence? AbsenceFor(IReadOnlyList<object?> row) => new DeviceTheoryAttribute().AbsenceFor(row);
}

/// <summary>What <see cref="LayerDeviceTheoryAttribute"/> means, for xunit.</summary>
public sealed class LayerDeviceTheoryDiscoverer(IMessageSink diagnostics) : OracleTheoryDiscoverer(diagnostics)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow)
    {
        List<string> layers = [.. LayerNames.In(testMethod, dataRow)];
        foreach (var row in base.CreateTestCasesForDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow))
        {
            row.Traits[LayerNames.Trait] = layers;
            yield return row;
        }
    }
}
