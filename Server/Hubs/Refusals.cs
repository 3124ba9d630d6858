using OpsGame.Server.Texts;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Hubs;

/// <summary>A refusal's code and arguments → what the client shows.</summary>
internal sealed class Refusals(TextCatalogue texts)
{
    public Refusal Of(string code, params string[] args) => new(code, texts.Of(code, [.. args]));

    public Refusal? View(Simulation.Ticks.Refusal? refusal) =>
        refusal is null ? null : new(refusal.Code, texts.Of(refusal.Code, refusal.Args));
}
