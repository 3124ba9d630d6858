using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Server.Commands;

/// <summary>Recorded commands in order of time.</summary>
internal sealed record CommandScript(ImmutableArray<ScriptedCommand> Commands);

/// <summary>A command of a script.</summary>
/// <param name="AtNs">It is carried out in the first tick that begins at or after this moment.</param>
/// <param name="Line">Where it stands in its file, from 1.</param>
internal sealed record ScriptedCommand(long AtNs, int Line, Command Command);

/// <summary>What became of a script's commands.</summary>
/// <param name="Given">How many fell into the time that was played.</param>
/// <param name="Refused">Those the estate or their component refused; the others were carried out.</param>
internal sealed record ScriptOutcome(int Given, ImmutableArray<RefusedCommand> Refused);

/// <summary>A scripted command that could not be carried out as things stood then.</summary>
internal sealed record RefusedCommand(ScriptedCommand Scripted, long AtNs, Refusal Why);
