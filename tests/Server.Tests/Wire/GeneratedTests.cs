using System.Reflection;
using MessagePack;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.TypeScript;
using OpsGame.Server.Wire;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Causes;

namespace OpsGame.Server.Tests.Wire;

/// <summary>The web client's types of messages are those of the records here.</summary>
public sealed class GeneratedTests
{
    private const string Folder = "WebClient/src/wire/generated";

    /// <summary>A build of Server without CI=true mends them.</summary>
    [Fact]
    public void TheCommittedTypesFollowTheRecords() =>
        Assert.Empty(WireFiles.Differing(Files.Path(Folder)).Select(name => $"{Folder}/{name}"));

    [Fact]
    public void ChangedTypesAreWrittenAndTypesWithoutARecordAreRemoved()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var written = WireFiles.Write(folder.FullName);
            var room = Path.Combine(folder.FullName, "room.ts");
            File.AppendAllText(room, "// by hand\n");
            File.WriteAllText(Path.Combine(folder.FullName, "no-record.ts"), "");
            Assert.Equal(WireFiles.All().Keys, written);
            Assert.Equal(["room.ts", "no-record.ts"], WireFiles.Write(folder.FullName));
            Assert.Empty(WireFiles.Differing(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void TheHubReachesEveryRecordOfTheContract()
    {
        var contract = typeof(Frame).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<MessagePackObjectAttribute>() is not null);
        Assert.Empty(contract.Except(Contract.Records(new WireTypes())).Select(type => type.Name));
    }

    [Fact]
    public void ATypeSaysWhatTheRecordSays() => Assert.Equal(
        """
        // Written by the server's build from its records (schema --wire). To change it, change the record.
        import type { Shape } from '../shape';

        /** Somebody in the room. */
        export interface PersonView {
          readonly id: string;
          readonly name: string;
          readonly role: 'player' | 'instructor' | 'observer';
          readonly team: string | null;
          readonly online: boolean;
        }

        export const PersonView: Shape<PersonView> = {
          id: 'text',
          name: 'text',
          role: { oneOf: ['player', 'instructor', 'observer'] },
          team: { orNull: 'text' },
          online: 'flag',
        };

        """,
        WireFiles.All()["person-view.ts"]);

    [Fact]
    public void NoLineIsLongerThanTheHouseAllows() =>
        Assert.DoesNotContain(WireFiles.All().Values.SelectMany(text => text.Split('\n')), line => line.Length > 130);

    [Fact]
    public void TheTypeOfAFailureIsTheUnionOfItsIds() => Assert.Equal(
        Taxonomy.Ids, typeof(FailureCard).GetProperty(nameof(FailureCard.Id))!.GetCustomAttribute<OneOfAttribute>()!.Words);
}
