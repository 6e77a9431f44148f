using GanDsl.Generators.Scalars;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Declarations;

/// <summary>
/// Reads <c>static double F(double u)</c> from its syntax, in any file. Names are taken literally: <c>Math</c> is System.Math.
/// </summary>
internal sealed class FunctionReader
{
    private const string Name = "F";

    private readonly IMethodSymbol method;

    private FunctionReader(IMethodSymbol method) => this.method = method;

    public static CustomFunction Read(INamedTypeSymbol type)
    {
        var name = type.Name;
        var method = type.GetMembers(Name).OfType<IMethodSymbol>().FirstOrDefault(member =>
            member is { IsStatic: true, Arity: 0, Parameters.Length: 1, ReturnType.SpecialType: SpecialType.System_Double }
            && member.Parameters[0] is { Type.SpecialType: SpecialType.System_Double, RefKind: RefKind.None });
        if (method is null) return new CustomFunction(name, null, Missing: "it has no such method");
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax)
        {
            return new CustomFunction(name, null, Missing: "its source is not part of this project");
        }

        var body = syntax.ExpressionBody?.Expression ?? (syntax.Body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null);
        if (body is null) return new CustomFunction(name, null, Part: "F", Trouble: "has a body that is not a single return");
        try
        {
            return new CustomFunction(name, new FunctionReader(method).Expression(body).Value);
        }
        catch (UnreadableException unreadable)
        {
            return new CustomFunction(name, null, Part: unreadable.Part, Trouble: unreadable.Message);
        }
    }

    // Whole numbers are tracked for their division, which C# truncates.
    private (Scalar Value, bool IsWhole) Expression(ExpressionSyntax syntax)
    {
        switch (syntax)
        {
            case ParenthesizedExpressionSyntax { Expression: var inner }:
                return Expression(inner);
            case LiteralExpressionSyntax { Token.Value: double value }:
                return (value, false);
            case LiteralExpressionSyntax { Token.Value: int value }:
                return (value, true);
            case IdentifierNameSyntax { Identifier.ValueText: var name } when name == method.Parameters[0].Name:
                return (Scalar.L, false);
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return Constant(syntax, name);
            case MemberAccessExpressionSyntax { Expression: var left, Name.Identifier.ValueText: var name } when left.ToString() == method.ContainingType.Name:
                return Constant(syntax, name);
            case MemberAccessExpressionSyntax { Expression: var left, Name.Identifier.ValueText: "E" or "PI" } access when IsMath(left):
                return (access.Name.Identifier.ValueText == "E" ? Math.E : Math.PI, false);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: var operand }:
                var (negated, isWhole) = Expression(operand);
                return (-negated, isWhole);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryPlusExpression, Operand: var operand }:
                return Expression(operand);
            case BinaryExpressionSyntax binary:
                return Binary(binary);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var left, Name.Identifier.ValueText: var name } } call
                when IsMath(left):
                return (Call(call, name), false);
            default:
                throw new UnreadableException(syntax, "is none of these");
        }
    }

    private (Scalar Value, bool IsWhole) Binary(BinaryExpressionSyntax syntax)
    {
        var ((left, leftIsWhole), (right, rightIsWhole)) = (Expression(syntax.Left), Expression(syntax.Right));
        var isWhole = leftIsWhole && rightIsWhole;
        return (syntax.Kind() switch
        {
            SyntaxKind.AddExpression => left + right,
            SyntaxKind.SubtractExpression => left - right,
            SyntaxKind.MultiplyExpression => left * right,
            SyntaxKind.DivideExpression when isWhole => throw new UnreadableException(syntax, "divides whole numbers, which C# truncates"),
            SyntaxKind.DivideExpression when right is Scalar.Constant { Value: 0 } => throw new UnreadableException(syntax, "divides by 0"),
            SyntaxKind.DivideExpression => left / right,
            _ => throw new UnreadableException(syntax, "is none of these"),
        }, isWhole);
    }

    private Scalar Call(InvocationExpressionSyntax syntax, string function)
    {
        var arguments = syntax.ArgumentList.Arguments;
        if (arguments.Any(argument => argument.NameColon is not null)) throw new UnreadableException(syntax, "names its arguments");
        switch (function, arguments.Count)
        {
            case ("Log", 1):
                return Scalar.Log(Argument(0));
            case ("Exp", 1):
                return Scalar.Exp(Argument(0));
            case ("Sqrt", 1):
                return Scalar.Sqrt(Argument(0));
            case ("Pow", 2):
                if (Argument(1) is not Scalar.Constant { Value: var exponent }) throw new UnreadableException(syntax, "has an exponent that is not constant");
                if (Math.Abs(exponent) > Scalar.LargestWholePower) throw new UnreadableException(syntax, "has an exponent beyond 16");
                return Scalar.Power(Argument(0), exponent);
            default:
                throw new UnreadableException(syntax, "is none of these");
        }

        Scalar Argument(int index) => Expression(arguments[index].Expression).Value;
    }

    private (Scalar Value, bool IsWhole) Constant(ExpressionSyntax syntax, string name)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            switch (type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue)
            {
                case double value:
                    return (value, false);
                case int value:
                    return (value, true);
            }
        }

        throw new UnreadableException(syntax, "is not a const double or int of its class");
    }

    private static bool IsMath(ExpressionSyntax syntax) => syntax.ToString() is "Math" or "System.Math" or "global::System.Math";

    private sealed class UnreadableException(ExpressionSyntax part, string trouble) : Exception(trouble)
    {
        public string Part { get; } = string.Join(" ", part.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }
}
