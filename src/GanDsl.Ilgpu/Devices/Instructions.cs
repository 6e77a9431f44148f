using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Text;

namespace GanDsl.Ilgpu;

/// <summary>
/// A method's instructions as text that does not depend on their assembly: names are written out instead of their tokens in the assembly's tables.
/// </summary>
internal static class Instructions
{
    private const BindingFlags Fields = BindingFlags.Public | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(Fields).Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <exception cref="NotSupportedException">The method has more than its instructions.</exception>
    public static string Of(MethodInfo method)
    {
        var body = method.GetMethodBody();
        if (body?.GetILAsByteArray() is not { } bytes || body.ExceptionHandlingClauses.Count > 0)
            throw new NotSupportedException($"{method} is not a plain method.");
        var text = new StringBuilder().AppendJoin(", ", body.LocalVariables.Select(local => KernelIdentity.Of(local.LocalType)));
        for (var at = 0; at < bytes.Length;)
        {
            var code = Codes[bytes[at] == 0xFE ? (short)((0xFE << 8) | bytes[at + 1]) : bytes[at]];
            at += code.Size;
            var length = code.OperandType == OperandType.InlineSwitch
                ? 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)))
                : Length(code.OperandType);
            var operand = bytes.AsSpan(at, length);
            text.Append("; ").Append(code.Name).Append(' ');
            if (IsName(code.OperandType)) text.Append(Named(method, BinaryPrimitives.ReadInt32LittleEndian(operand)));
            else text.Append(Convert.ToHexString(operand));
            at += length;
        }

        return text.ToString();
    }

    private static bool IsName(OperandType type) =>
        type is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType;

    private static int Length(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineString or OperandType.InlineSig => throw new NotSupportedException("Kernels have neither strings nor calls by address."),
        _ => 4,
    };

    // A member's type determines the rest: by its name if it is the library's, else by its contents.
    private static string Named(MethodInfo method, int token)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, typeArguments, method.IsGenericMethod ? method.GetGenericArguments() : null) switch
        {
            Type named => KernelIdentity.Of(named),
            MethodInfo { IsGenericMethod: true } called => $"{KernelIdentity.Of(called.DeclaringType!)}.{called.GetGenericMethodDefinition()}<"
                + $"{string.Join(", ", called.GetGenericArguments().Select(KernelIdentity.Of))}>",
            { DeclaringType: { } owner } member => $"{KernelIdentity.Of(owner)}.{member}",
            _ => throw new NotSupportedException($"{method} names what has no type."),
        };
    }
}
