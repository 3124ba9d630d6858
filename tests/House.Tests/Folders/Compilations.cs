using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

/// <summary>A part's sources as the compiler sees them, but for what generators add.</summary>
internal static class Compilations
{
    /// <summary>Of names that mean nothing: a type or namespace, a member of a namespace.</summary>
    private static readonly string[] Unknown = ["CS0246", "CS0234"];

    /// <summary>Everything this process may load: the runtime, the packages, and the other projects.</summary>
    private static readonly string[] Assemblies =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <exception cref="InvalidOperationException">A type means nothing, so arrows would be missed.</exception>
    public static CSharpCompilation Of(Part part, string assembly)
    {
        var built = Tree.Path(part.Root + "/obj");
        var usings = Directory.EnumerateFiles(built, "*.GlobalUsings.g.cs", SearchOption.AllDirectories).First();
        var compilation = Of([.. part.Sources, new SourceFile("", File.ReadAllText(usings))], assembly);
        var unknown = compilation.GetDeclarationDiagnostics().Where(each => Unknown.Contains(each.Id)).ToArray();
        return unknown.Length == 0 ? compilation : throw new InvalidOperationException(string.Join<Diagnostic>("\n", unknown));
    }

    public static CSharpCompilation Of(IEnumerable<SourceFile> files, string assembly) => CSharpCompilation.Create(
        assembly,
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
        Assemblies.Where(path => Path.GetFileNameWithoutExtension(path) != assembly)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
