using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>What an answer is worth to the user who waited for it.</summary>
internal sealed class Verdicts(Kernel kernel, WatchStation watch, OutcomeLedger outcomes)
{
    public void Judge(ref Request request, UserClass users)
    {
        if (request.Failure != Cause.None)
        {
            watch.Traces?.End(ref request, kernel.Now, request.Failure, false);
        }
        else if (request.Stale || request.Corrupt)
        {
            // nobody notices a wrong answer, so nobody retries
            var wrong = request.Corrupt ? Cause.Corrupt : Cause.Stale;
            users.Fail(wrong);
            outcomes.AddFailure(users.Index, wrong);
            watch.Traces?.End(ref request, kernel.Now, wrong, false);
        }
        else
        {
            var within = users.Answer(kernel.Now - request.Born);
            outcomes.AddAnswer(users.Index, kernel.Now - request.Born, users.Spec.TargetNs, request.Without);
            watch.Traces?.End(ref request, kernel.Now, Cause.None, !within);
        }
    }
}
