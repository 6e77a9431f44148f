using Xunit.Abstractions;
using Xunit.Sdk;

namespace GanDsl.Oracles;

/// <summary>A test that cannot run for want of what it needs, where that is required: it fails, and says what to install.</summary>
public sealed class AbsentOracleTestCase : XunitTestCase
{
    private string says = "";

    /// <summary>For xunit, which fills it by <see cref="Deserialize"/>.</summary>
    [Obsolete("For xunit alone.")]
    public AbsentOracleTestCase()
    {
    }

    private AbsentOracleTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod testMethod, string says, object[]? arguments)
        : base(diagnostics, display, displayOptions, testMethod, arguments) => this.says = says;

    /// <summary>The test that fails for an absence.</summary>
    public static AbsentOracleTestCase Of(
        IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod testMethod, Absence absence, object[]? arguments) => new(
        diagnostics,
        options.MethodDisplayOrDefault(),
        options.MethodDisplayOptionsOrDefault(),
        testMethod,
        $"{absence.Says} It is required here, because {Absence.Variable} is set.",
        arguments);

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        // xunit runs no test whose class has failed already.
        aggregator.Add(new InvalidOperationException(says));
        return base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    /// <inheritdoc/>
    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(says), says);
    }

    /// <inheritdoc/>
    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        says = data.GetValue<string>(nameof(says));
    }
}
