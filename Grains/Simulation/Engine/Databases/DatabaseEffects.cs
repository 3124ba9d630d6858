using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Databases;

internal sealed class SetDatabaseEffect : Effect<SetDatabase, DatabaseControls>
{
    protected override void Apply(SetDatabase set, DatabaseControls database) => database.Set(set);
}

internal sealed class SetReadsEffect : Effect<SetReads, DatabaseControls>
{
    protected override void Apply(SetReads set, DatabaseControls database) => database.Set(set);
}

internal sealed class AlterTableEffect : Effect<AlterTable, DatabaseControls>
{
    protected override void Apply(AlterTable alter, DatabaseControls database) => database.Tables.Begin(alter);
}

internal sealed class CancelAlterEffect : Effect<CancelAlter, DatabaseControls>
{
    protected override void Apply(CancelAlter _, DatabaseControls database) => database.Tables.End(AlterPhase.Cancelled);
}

internal sealed class KillSessionEffect : Effect<KillSession, DatabaseControls>
{
    protected override void Apply(KillSession kill, DatabaseControls database) => database.Sessions.Kill(kill.Slot, kill.Life);
}

internal sealed class ResizeServerAtDatabaseEffect : Effect<ResizeServer, DatabaseControls>
{
    protected override void Apply(ResizeServer resize, DatabaseControls database) => database.Nodes.Resize(resize.Server);
}

internal sealed class AddReplicaEffect : Effect<AddReplica, DatabaseControls>
{
    protected override void Apply(AddReplica add, DatabaseControls database) => database.Nodes.Follow(add.Server, add.LagNs);
}

internal sealed class ServeReplicaEffect : Effect<ServeReplica, DatabaseControls>
{
    protected override void Apply(ServeReplica serve, DatabaseControls database) => database.Nodes.Serve(serve.Server);
}

internal sealed class RetireReplicaEffect : Effect<RetireReplica, DatabaseControls>
{
    protected override void Apply(RetireReplica retire, DatabaseControls database) => database.Nodes.Retire(retire.Server);
}

internal sealed class FencePrimaryEffect : Effect<FencePrimary, DatabaseControls>
{
    protected override void Apply(FencePrimary _, DatabaseControls database) => database.Nodes.Fence();
}

internal sealed class PromoteReplicaEffect : Effect<PromoteReplica, DatabaseControls>
{
    protected override void Apply(PromoteReplica promote, DatabaseControls database) => database.Nodes.Promote(promote.Server);
}
