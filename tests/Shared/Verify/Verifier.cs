using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Sdk;

[assembly: UseVerify]

// The few calls of Verify that the tests of this repository use, in Verify's own names and file format, for machines where Verify.Xunit
// cannot be restored. Build with -p:UseVerify=true to have the package instead of this folder.
namespace VerifyXunit
{
    internal static class Verifier
    {
        public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
            Verify(target, "txt", settings, sourceFile);

        public static SettingsTask Verify(string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
            Verify([new Target(extension, target ?? "null")], settings, sourceFile);

        /// <summary>The set of files is part of the claim: a verified file that no target asks for fails the test.</summary>
        public static SettingsTask Verify(IEnumerable<Target> targets, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
            new(settings ?? new VerifySettings(), UseVerifyAttribute.Current, sourceFile, [.. targets]);
    }

    /// <summary>Remembers which test is running, so that its snapshots can be named for it.</summary>
    [AttributeUsage(AttributeTargets.Assembly)]
    internal sealed class UseVerifyAttribute : BeforeAfterTestAttribute
    {
        private static readonly AsyncLocal<MethodInfo?> Running = new();

        public static MethodInfo Current => Running.Value ?? throw new InvalidOperationException("Verify is called from a running test.");

        public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

        public override void After(MethodInfo methodUnderTest) => Running.Value = null;
    }
}

namespace VerifyTests
{
    /// <summary>One file of a snapshot: <c>Class.Method#name.verified.extension</c>, or <c>Class.Method.verified.extension</c> without a name.</summary>
    internal readonly struct Target(string extension, string data, string? name = null)
    {
        public string Extension { get; } = extension;

        public string Data { get; } = data;

        public string? Name { get; } = name;
    }

    internal sealed class VerifySettings
    {
        internal string? Directory { get; private set; }

        internal string? MethodName { get; private set; }

        internal object?[] Parameters { get; private set; } = [];

        /// <summary>Where the files lie, relative to the test's source file.</summary>
        public void UseDirectory(string directory) => Directory = directory;

        public void UseMethodName(string name) => MethodName = name;

        /// <summary>The values of the test's first parameters; they become part of the file names.</summary>
        public void UseParameters(params object?[] parameters) => Parameters = parameters;
    }

    internal sealed class SettingsTask(VerifySettings settings, MethodInfo test, string sourceFile, IReadOnlyList<Target> targets)
    {
        private Task? task;

        public SettingsTask UseDirectory(string directory)
        {
            settings.UseDirectory(directory);
            return this;
        }

        public SettingsTask UseMethodName(string name)
        {
            settings.UseMethodName(name);
            return this;
        }

        public SettingsTask UseParameters(params object?[] parameters)
        {
            settings.UseParameters(parameters);
            return this;
        }

        public Task ToTask() => task ??= new SnapshotFiles(Path.Combine(Path.GetDirectoryName(sourceFile)!, settings.Directory ?? ""), Prefix).Verify(targets);

        public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

        public static implicit operator Task(SettingsTask settingsTask) => settingsTask.ToTask();

        private string Prefix
        {
            get
            {
                var names = test.GetParameters().PairedWith(settings.Parameters, (parameter, value) => $"_{parameter.Name}={InFileName(value)}");
                return $"{WithParents(test.ReflectedType!)}.{settings.MethodName ?? test.Name}{string.Concat(names)}";
            }
        }

        private static string WithParents(Type type) => type.DeclaringType is { } parent ? $"{WithParents(parent)}.{type.Name}" : type.Name;

        private static string InFileName(object? value)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
            return string.Concat(
                text.Select(character => character is '"' or '\\' or '/' or '<' or '>' or '|' or ':' or '*' or '?' or < ' ' ? '-' : character));
        }
    }
}
