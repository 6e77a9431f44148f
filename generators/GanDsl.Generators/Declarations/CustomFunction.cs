using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Declarations;

/// <summary>A user's function of one number, read from its source.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Expression">The function, its argument written <see cref="Scalar.L"/>; null where it could not be read.</param>
/// <param name="Missing">Why there is no function to read, or null.</param>
/// <param name="Part">The part of it that could not be read, or null.</param>
/// <param name="Trouble">What is wrong with that part.</param>
internal sealed record CustomFunction(string Type, Scalar? Expression, string? Missing = null, string? Part = null, string Trouble = "");
