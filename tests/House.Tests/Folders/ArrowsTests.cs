using OpsGame.House.Tests.Scripts;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

public class ArrowsTests
{
    [Fact]
    public void ATypeAMemberAndANewValueAreUses()
    {
        SourceFile[] files =
        [
            new("Racks/Rack.cs", "namespace Racks; public record Rack(int Units) { public static Rack Any() => new(1); }"),
            new("Worlds/World.cs", """
                using Racks;
                namespace Worlds;
                /// <see cref="Rack"/>
                class World
                {
                    void Place(Rack rack) { }
                    void Fill() => Place(new(2));
                    int Sum(World other) => other.First().Units;
                    object First() => 0;
                    dynamic Own(World other) { var own = other; return own; }
                }
                """),
        ];
        Assert.Equal(
            [("Worlds", "Racks", 6, "Rack"), ("Worlds", "Racks", 7, "Rack")],
            CSharpArrows.In(Compilations.Of(files, "Tiny")).Select(arrow => (arrow.From, arrow.To, arrow.Line, arrow.Name)));
    }

    [Fact]
    public void AnImportIsAUse()
    {
        SourceFile[] files =
        [
            new("world/old/rack.ts", "import type { A } from '../../wire/a';\nimport { m } from '../../paraglide/messages';\n"),
            new("wire/frame.ts", "import { b } from './b';\nimport { svelte } from 'svelte';\n"),
            new("App.svelte", "<script lang=\"ts\">\n  const play = () => import('./wire');\n  play();\n</script>\n"),
            new("wire/frame.test.ts", "import { a } from '../world/old/rack';\n"),
        ];
        Assert.Equal(
            [new("world/old", "wire", "world/old/rack.ts", 1, "a"), new(".", "wire", "App.svelte", 2, "wire")],
            ScriptArrows.In(files, ScriptFacts.Of(files).Imports));
    }
}
