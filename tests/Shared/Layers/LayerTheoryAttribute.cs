using Xunit.Abstractions;
using Xunit.Sdk;

namespace GanDsl.Tests.Layers;

/// <summary>A theory whose rows have a trait <c>Layer</c> for each layer that their texts name, or that the network has which they name.</summary>
[XunitTestCaseDiscoverer("GanDsl.Tests.Layers.LayerTheoryDiscoverer", ThisAssembly.Name)]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LayerTheoryAttribute : Xunit.TheoryAttribute;

/// <summary>What <see cref="LayerTheoryAttribute"/> means, for xunit.</summary>
public sealed class LayerTheoryDiscoverer(IMessageSink diagnosticMessageSink) : TheoryDiscoverer(diagnosticMessageSink)
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
