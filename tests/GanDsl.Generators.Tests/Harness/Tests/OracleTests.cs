using Xunit.Abstractions;
using Xunit.Sdk;

namespace GanDsl.Generators.Tests.Harness.Tests;

/// <summary>A test without its oracle never passes: it is skipped, or fails where oracles are required and this one can be had.</summary>
public class OracleTests
{
    private const string WhatToInstall = "An oracle is not there: apt-get install oracle.";

    [Fact]
    public void WhatIsThere_IsNotMissed() => Assert.Null(Absence.Of<Here>(areRequired: true));

    [Fact]
    public void WhatIsMissing_IsExcused_UnlessItIsRequired()
    {
        Assert.Equal(new Absence(WhatToInstall, IsExcused: true), Absence.Of<Missing>(areRequired: false));
        Assert.Equal(new Absence(WhatToInstall, IsExcused: false), Absence.Of<Missing>(areRequired: true));
    }

    [Fact]
    public void WhatCannotBeHad_IsAlwaysExcused() => Assert.Equal(
        new Absence("Another system is not there.", IsExcused: true), Absence.Of<Elsewhere>(areRequired: true));

    [Theory]
    [InlineData(nameof(Samples.OfWhatIsHere), null)]
    [InlineData(nameof(Samples.OfWhatIsElsewhere), "Another system is not there.")]
    public void AFact_IsSkipped_WithoutWhatCannotBeHad(string method, string? reason) => Assert.Equal(
        reason, Assert.Single(Cases(new OracleFactDiscoverer(new NullMessageSink()), method)).SkipReason);

    /// <summary>So that a missing oracle shows as what it is, and the rows beside it run.</summary>
    [Fact]
    public void ARowWithoutItsOracle_IsSkippedAlone_AndNotLeftOut() => Assert.Equal(
        [("here", null), ("elsewhere", "Another system is not there.")],
        Cases(new OracleTheoryDiscoverer(new NullMessageSink()), nameof(Samples.OfRows))
            .Select(found => ((string)found.TestMethodArguments[0], (string?)found.SkipReason)));

    [Fact]
    public async Task ARowThatMustHaveItsOracle_Fails_AndSaysWhatToInstall()
    {
        var absence = Absence.Of<Missing>(areRequired: true)!;
        var found = AbsentOracleTestCase.Of(new NullMessageSink(), new Defaults(), Method(nameof(Samples.OfRows)), absence, ["here"]);
        using var heard = new Messages();

        var summary = await found.RunAsync(new NullMessageSink(), heard, [], new ExceptionAggregator(), new CancellationTokenSource());

        Assert.Equal((1, 1), (summary.Total, summary.Failed));
        Assert.Equal($"{WhatToInstall} It is required here, because {Absence.Variable} is set.", Assert.Single(heard.OfType<ITestFailed>()).Messages.Single());
        Assert.Contains("OfRows(what: \"here\")", found.DisplayName, StringComparison.Ordinal);
    }

    private static List<IXunitTestCase> Cases(IXunitTestCaseDiscoverer discoverer, string method)
    {
        var found = Method(method);
        return [.. discoverer.Discover(new Defaults(), found, found.Method.GetCustomAttributes(typeof(FactAttribute)).Single())];
    }

    private static TestMethod Method(string name)
    {
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(typeof(Samples).Assembly)), null, "samples");
        return new TestMethod(new TestClass(collection, Reflector.Wrap(typeof(Samples))), Reflector.Wrap(typeof(Samples).GetMethod(name)!));
    }

    private sealed class Here : IOracle
    {
        public static string Name => "Here";

        public static string? Remedy => null;

        public static bool IsThere => true;
    }

    private sealed class Missing : IOracle
    {
        public static string Name => "An oracle";

        public static string? Remedy => "apt-get install oracle";

        public static bool IsThere => false;
    }

    private sealed class Elsewhere : IOracle
    {
        public static string Name => "Another system";

        public static string? Remedy => null;

        public static bool IsThere => false;
    }

    private sealed class RowsAttribute : OracleTheoryAttribute
    {
        public override Absence? AbsenceFor(IReadOnlyList<object?> row) => row.Contains("elsewhere") ? Absence.Of<Elsewhere>() : null;
    }

    // Nothing is set.
    private sealed class Defaults : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value)
        {
        }
    }

    private sealed class Messages : List<IMessageSinkMessage>, IMessageBus
    {
        public bool QueueMessage(IMessageSinkMessage message)
        {
            Add(message);
            return true;
        }

        public void Dispose()
        {
        }
    }

    // Not public, so that xunit finds them only where it is sent.
#pragma warning disable xUnit1000
    private sealed class Samples
    {
        [OracleFact<Here>]
        public void OfWhatIsHere()
        {
        }

        [OracleFact<Elsewhere>]
        public void OfWhatIsElsewhere()
        {
        }

        [Rows]
        [InlineData("here")]
        [InlineData("elsewhere")]
        public void OfRows(string what) => Assert.Equal("here", what);
    }
#pragma warning restore xUnit1000
}
