using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Scripts;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Lengths;

public class FunctionTests
{
    [Theory, MemberData(nameof(Part.Everything), MemberType = typeof(Part))]
    public void FunctionsAreShort(string name)
    {
        var part = Part.Named(name);
        var functions = part.IsScript ? ScriptFacts.Of(part).Functions : [.. CSharpFunctions.In(part.Files)];
        Assert.True(functions.Count > part.Files.Count, $"{name} has {functions.Count} functions: are they all seen?");
        Ceiling.Hold($"functions over {LongFunctions.Most} lines", name, LongFunctions.In(functions));
    }

    [Fact]
    public void EveryFunctionWithANameIsMeasured()
    {
        var file = new SourceFile("Rack.cs", """
            class Rack
            {
                Rack() { }
                int Units => 4;
                int Free
                {
                    get => 1;
                }
                [Obsolete]
                void Fill()
                {
                    void Place()
                    {
                    }
                    var lambda = () =>
                    {
                    };
                }
            }
            """);
        Assert.Equal(
            [("Rack", 3, 1), ("Units", 4, 1), ("Free.get", 7, 1), ("Fill", 10, 9), ("Place", 12, 3)],
            CSharpFunctions.In([file]).Select(function => (function.Name, function.Line, function.Lines)));
    }

    [Fact]
    public void EveryFunctionOfAScriptIsMeasured()
    {
        SourceFile[] files =
        [
            new("rack.ts", """
                class Rack {
                  get free() { return 1; }
                  fill() {
                  }
                }
                const place = () => {
                };
                place(() => {
                });
                """),
            new("Rack.svelte", """
                <script lang="ts">
                  let open = $state(false);
                  function toggle(): void {
                    open = !open;
                  }
                </script>
                <p>{open}</p>
                """),
        ];
        Assert.Equal(
            [("free", 2, 1), ("fill", 3, 2), ("place", 6, 2), ("toggle", 3, 3)],
            ScriptFacts.Of(files).Functions.Select(function => (function.Name, function.Line, function.Lines)));
    }

    [Fact]
    public void ALongFunctionIsFound() =>
        Assert.Equal(
            [new Finding(71, "a.cs:5 Fill has 71 lines")],
            LongFunctions.In([new Function("a.cs", "Fill", 5, 71), new Function("a.cs", "Place", 80, 70)]));
}
