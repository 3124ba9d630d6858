using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Registry;

/// <summary>What test sources name: identifiers, members with their type (Type.Member), and the words of their strings.</summary>
internal static class NamedInTests
{
    public static ISet<string> In(IEnumerable<SourceFile> files) =>
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text).GetRoot())
            .SelectMany(root => root.DescendantNodesAndTokens()).SelectMany(Named).ToHashSet();

    private static IEnumerable<string> Named(SyntaxNodeOrToken one) => (SyntaxNode?)one.AsNode() switch
    {
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax type } member =>
            [$"{type.Identifier.Text}.{member.Name.Identifier.Text}"],
        IdentifierNameSyntax name => [name.Identifier.Text],
        null => WordsOf(one.AsToken()),
        _ => [],
    };

    private static string[] WordsOf(SyntaxToken token) =>
        token.Value is string || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            ? token.ValueText.Split([.. token.ValueText.Where(letter => !IsOfAWord(letter)).Distinct()])
            : [];

    private static bool IsOfAWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';
}
