using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Alerts;

/// <summary>What a monitor watches for: declared once, beside what it watches, in a static property.</summary>
/// <param name="Name">Its code, and its text's.</param>
/// <param name="Critical">Somebody is woken.</param>
/// <param name="HurtsUsers">Users fail or wait; other alerts say why they may.</param>
public sealed record AlertKind(string Name, Nearness Nearness, bool Critical = false, bool HurtsUsers = false) : Named(Name, 0);
