using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

/// <summary>A part's floors as they are drawn: a folder uses what lies on the floors below its own.</summary>
internal sealed class Floors
{
    private readonly Dictionary<string, int> _floors = [];

    /// <summary>A line a floor from the ground up, folders apart by blanks; # begins a remark.</summary>
    public static Floors Parse(IEnumerable<string> lines)
    {
        var drawn = new Floors();
        foreach (var (floor, line) in lines.Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Index())
            foreach (var folder in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                drawn._floors.Add(folder, floor);
        return drawn;
    }

    /// <summary>Of a drawing of several projects the floors below the line [name].</summary>
    public static Floors Parse(string drawing, string part) =>
        Parse(drawing.Split('\n').SkipWhile(line => line != $"[{part}]").Skip(1).TakeWhile(line => !line.StartsWith('[')));

    /// <summary>The folder, or the nearest one around it that is drawn: with that it is one room.</summary>
    public string RoomOf(string folder)
    {
        for (var room = folder; room != SourceFile.RootFolder; room = SourceFile.FolderOf(room))
            if (_floors.ContainsKey(room)) return room;
        return folder;
    }

    /// <summary>Between rooms, not within one.</summary>
    public IReadOnlyList<Arrow> BetweenRooms(IEnumerable<Arrow> arrows) =>
    [
        .. from arrow in arrows
           let lifted = arrow with { From = RoomOf(arrow.From), To = RoomOf(arrow.To) }
           where lifted.From != lifted.To
           select lifted,
    ];

    /// <summary>Of each two rooms one of which uses the other: those where it does not lie on a floor below.</summary>
    public IReadOnlyList<Finding> Upwards(IEnumerable<Arrow> arrows) =>
    [
        .. from pair in BetweenRooms(arrows).GroupBy(arrow => (arrow.From, arrow.To))
           where FloorOf(pair.Key.To) >= FloorOf(pair.Key.From)
           select new Finding(pair.Count(), Arrow.Told([.. pair])),
    ];

    /// <summary>Folders on no floor, and names on a floor that no folder has.</summary>
    public IReadOnlyList<string> Misdrawn(IReadOnlyCollection<string> folders) =>
    [
        .. folders.Where(folder => !_floors.ContainsKey(RoomOf(folder))).Distinct().Select(folder => $"{folder} is on no floor"),
        .. _floors.Keys.Except(folders.Select(RoomOf)).Select(name => $"{name} is on a floor, but there is no such folder"),
    ];

    private int FloorOf(string room) => _floors.GetValueOrDefault(room, int.MaxValue);
}
