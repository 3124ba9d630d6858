using System.Text.Json.Nodes;
using OpsGame.Server.Formats;
using OpsGame.Simulation;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Learn;

/// <summary>Pages and films as the client reads them (WebClient/src/learn/ideas.ts).</summary>
internal static class IdeaJson
{
    public static JsonArray Cards(IdeaLibrary library) => new([.. library.All.Select(Card)]);

    public static JsonObject Page(Idea idea, Scenario system)
    {
        var page = Card(idea);
        page["text"] = Text(idea.Text);
        page["seen"] = Text(idea.Seen);
        page["try"] = Text(idea.Try);
        page["drill"] = idea.Drill;
        page["classes"] = new JsonArray([.. system.Classes.Select(users => Named(users.Id, users.Title))]);
        page["knobs"] = new JsonArray([.. idea.Knobs.Select(Of)]);
        page["figures"] = new JsonArray([.. idea.Figures.Select(figure => new JsonObject
        {
            ["title"] = Text(figure.Title), ["unit"] = figure.Of.Unit, ["over"] = Kebab.Of(figure.Over),
        })]);
        page["bet"] = Of(idea.Bet);
        return page;
    }

    public static JsonObject Of(Film film, double speed) => new()
    {
        ["speed"] = speed,
        ["figures"] = new JsonArray([.. film.Figures.Select(value => (JsonNode?)value)]),
        ["frames"] = new JsonArray([.. film.Frames.Select(frame => (JsonNode)Convert.ToBase64String(frame))]),
    };

    private static JsonObject Card(Idea idea)
    {
        var card = Named(idea.Id, idea.Title);
        card["sentence"] = Text(idea.Sentence);
        return card;
    }

    private static JsonObject Of(Knob knob)
    {
        var told = Named(knob.Id, knob.Title);
        var names = knob.Names.IsEmpty ? knob.Values.Select(value => new LocalText(value, value)) : knob.Names;
        told["values"] = new JsonArray([.. names.Select(Text)]);
        told["usual"] = knob.Usual;
        told["scale"] = knob.Names.IsEmpty;
        return told;
    }

    private static JsonObject Of(Bet bet) => new()
    {
        ["question"] = Text(bet.Question),
        ["knob"] = bet.Knob,
        ["turn"] = bet.Turn,
        ["figure"] = bet.Figure,
        ["answers"] = new JsonArray([.. bet.Answers.Select(answer => new JsonObject
        {
            ["text"] = Text(answer.Text), ["under"] = answer.Under,
        })]),
        ["because"] = Text(bet.Because),
    };

    private static JsonObject Named(string id, LocalText title) => new() { ["id"] = id, ["title"] = Text(title) };

    private static JsonObject Text(LocalText text) => new() { ["en"] = text.En, ["ko"] = text.Ko };
}
