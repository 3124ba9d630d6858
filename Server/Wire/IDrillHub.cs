using OpsGame.Server.Texts;

namespace OpsGame.Server.Wire;

/// <summary>
/// All operations a client can perform (SignalR hub at /hub, MessagePack). A client says which version of this contract it was
/// built with: /hub?wire=(WebClient/src/wire/generated/version.ts).
/// </summary>
public interface IDrillHub
{
    /// <summary>The scenario library, easiest first.</summary>
    Task<ScenarioCard[]> Library();

    /// <summary>
    /// Finished, verified drills of a scenario in its present version, best first, ties by cost, at most 100.
    /// </summary>
    Task<BoardEntry[]> Board(string scenario);

    /// <summary>A solo drill on a scenario (null: the first), already running.</summary>
    Task<SeatAnswer> PlayNow(string? scenario);

    /// <summary>A scenario alone, already running, with all faults at hand (see Inject) and no score.</summary>
    Task<SeatAnswer> PlaySandbox(string scenario);

    /// <summary>The drill of the day; null: the library has none.</summary>
    Task<DailyView?> Daily();

    /// <summary>The drill of the day alone, already running; refused (scenario-unknown) where there is none.</summary>
    Task<SeatAnswer> PlayDaily();

    /// <summary>
    /// Once the drill of this seat is over: alone on its scenario with the same luck, already running.
    /// </summary>
    Task<SeatAnswer> PlayAgain();

    /// <summary>
    /// Once the drill of this seat is over: alone, from a moment of it on, as it went until then. Practice: its result stands
    /// on no board. Codes: debrief-early, debrief-none (it is played by other rules now, or was not played so long).
    /// </summary>
    Task<SeatAnswer> PlayFrom(double atMs);

    /// <summary>A team drill in its lobby.</summary>
    Task<SeatAnswer> Create(CreateDrill request);

    /// <summary>What a code leads to, before a name is given: the room, or a refusal (code-unknown, drill-finished).</summary>
    Task<SeatAnswer> FindDrill(string code);

    /// <summary>Takes a seat by code.</summary>
    Task<SeatAnswer> Join(JoinDrill request);

    /// <summary>Comes back to a seat with its token (reload, outage).</summary>
    Task<SeatAnswer> Resume(string token);

    /// <summary>Leaves the seat for good, at every connection (before the start the name is freed).</summary>
    Task Leave();

    /// <summary>A full frame of the estate in view now, packed; null in the lobby.</summary>
    Task<byte[]?> FullFrame();

    /// <summary>Instructor, observer: look at another team's estate.</summary>
    Task<Refusal?> Watch(string team);

    /// <summary>
    /// A component's recent past and log; "service": the service level of the whole drill so far (series level, 0–1).
    /// </summary>
    Task<HistoryView?> Inspect(string component);

    /// <summary>
    /// What the drill was about; null before it is over (an instructor may read it at any time) and where there is nothing to
    /// say.
    /// </summary>
    Task<Text?> Notes();

    /// <summary>
    /// The drill of the team in view looked back at, once it is over; it may take some seconds.
    /// </summary>
    Task<DebriefAnswer> Debrief();

    /// <summary>
    /// What an action would mean if it were taken now: how long, how much, what becomes of requests; or why it would be refused.
    /// With it the action's form: what may be chosen now, and what its fields start from. Player: actions; instructor: faults;
    /// in a sandbox both.
    /// </summary>
    Task<PreviewView> Preview(PreviewRequest request);

    /// <summary>An operator's action; answered once it is in the log.</summary>
    Task<Receipt> Command(CommandRequest request);

    /// <summary>Instructor (or the solo player): start the drill.</summary>
    Task<Refusal?> Start();

    /// <summary>Instructor (or the solo player): stop the clock.</summary>
    Task<Refusal?> Pause();

    /// <summary>Instructor (or the solo player): let the clock run again.</summary>
    Task<Refusal?> Continue();

    /// <summary>
    /// Instructor (or the solo player): continue with the rules of the server that was upgraded during the drill (room's rules:
    /// upgraded); the results then go on no board.
    /// </summary>
    Task<Refusal?> GoOn();

    /// <summary>Instructor (or the solo player): 0.5, 1, 2, 4 or 8.</summary>
    Task<Refusal?> Speed(double speed);

    /// <summary>Instructor (or the player of a sandbox): a fault, now.</summary>
    Task<Refusal?> Inject(InjectRequest request);

    /// <summary>Instructor (or the solo player): end the drill now and score it.</summary>
    Task<Refusal?> Finish();

    /// <summary>What the strategy lab offers for a scenario; null: there is no such scenario.</summary>
    Task<LabView?> Lab(string scenario);

    /// <summary>Reads a plan and says everything that is wrong with it.</summary>
    Task<PlanCheck> CheckPlan(string scenario, string text);

    /// <summary>Takes a plan to be played over all seeds, in the background; answered at once.</summary>
    Task<EvaluationAnswer> Evaluate(string scenario, string text);

    /// <summary>
    /// How an evaluation stands; from now on <see cref="IDrillClient.Evaluation"/> tells how it gets on. Null: unknown, or the
    /// connection watches too many.
    /// </summary>
    Task<EvaluationView?> WatchEvaluation(string id);

    Task UnwatchEvaluation(string id);

    /// <summary>An evaluation's plan as it was written; null: unknown.</summary>
    Task<string?> PlanOf(string id);

    /// <summary>Who has the evaluation's token: put it on the board under a name, once it has been verified.</summary>
    Task<Refusal?> Submit(SubmitStrategy request);

    /// <summary>
    /// The verified strategies of a scenario (null: of its version in the library); null: there is no such scenario.
    /// </summary>
    Task<StrategyBoard?> Strategies(string scenario, int? version);

    /// <summary>Organiser: every drill on this server.</summary>
    Task<DrillCard[]> Drills();

    /// <summary>Organiser: end these drills (at most 500) as they stand.</summary>
    Task<Refusal?> EndDrills(string[] ids);

    /// <summary>
    /// Organiser: delete those of these drills (at most 500, of the list) that are over, with their logs, the results they have
    /// on boards and the names in them. Whoever still has a seat in one is told <see cref="IDrillClient.SeatEnded"/>.
    /// </summary>
    Task<Refusal?> DeleteDrills(string[] ids);

    /// <summary>
    /// Organiser: take the names of people out of those of these drills (at most 500, of the list) that are over, wherever they
    /// are kept. Everybody is then the number of their seat (#1, #2, …); results stay on boards, verified anew.
    /// </summary>
    Task<Refusal?> RemoveNames(string[] ids);

    /// <summary>Organiser: sit down in any drill as its instructor.</summary>
    Task<SeatAnswer> Oversee(string drill);

    /// <summary>Organiser: what organisers did, the newest first, at most 200 lines.</summary>
    Task<AuditLine[]> Audit();
}

/// <summary>All messages a server can send.</summary>
public interface IDrillClient
{
    /// <summary>What a tick changed in the estate in view: a packed <see cref="Frame"/>.</summary>
    Task Frame(byte[] frame);

    /// <summary>The room changed: people, status, speed.</summary>
    Task Room(Room room);

    /// <summary>How the teams stand, about once a second.</summary>
    Task Standings(Standings standings);

    /// <summary>The seat of this connection was given up at another one, or its drill was deleted.</summary>
    Task SeatEnded(EndedSeat seat);

    /// <summary>An evaluation that is watched got on.</summary>
    Task Evaluation(EvaluationView evaluation);

    /// <summary>A board of this scenario has another entry, or one less.</summary>
    Task Board(string scenario);

    /// <summary>The client speaks another version of this contract than the server; every call is refused.</summary>
    Task Outdated(Text text);
}
