using OpsGame.Server.Texts;
using OpsGame.Simulation.Ticks;
using Refusal = OpsGame.Server.Wire.Refusal;

namespace OpsGame.Server.Hubs;

/// <summary>A refusal's code and arguments → what the client shows.</summary>
internal sealed class Refusals(TextCatalogue texts)
{
    public Refusal Of(RefusalCode code, params string[] args) => new(code.Name, texts.Of(code.Name, [.. args]));

    public Refusal? View(Simulation.Ticks.Refusal? refusal) =>
        refusal is null ? null : new(refusal.Code, texts.Of(refusal.Code, refusal.Args));
}
