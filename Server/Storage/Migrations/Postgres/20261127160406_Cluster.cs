using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpsGame.Server.Storage.Migrations.Postgres
{
    /// <summary>
    /// What Orleans keeps of a cluster: its silos and its reminders. Orleans asks by name and finds the statement in orleansquery; names
    /// and types of parameters and columns are its contract (its packages Clustering.AdoNet and Reminders.AdoNet).
    /// </summary>
    public partial class Cluster : Migration
    {
        private const string Tables =
            """
            CREATE TABLE orleansquery (querykey text PRIMARY KEY, querytext text NOT NULL);

            -- version: counts every change of who is in, so that two silos cannot change it at once
            CREATE TABLE clusters (deploymentid text PRIMARY KEY, version integer NOT NULL DEFAULT 0);

            CREATE TABLE silos (
                deploymentid text NOT NULL REFERENCES clusters,
                address text NOT NULL,
                port integer NOT NULL,
                generation integer NOT NULL,
                siloname text NOT NULL,
                hostname text NOT NULL,
                status integer NOT NULL,
                proxyport integer,
                suspecttimes text,
                starttime timestamptz NOT NULL,
                iamalivetime timestamptz NOT NULL,
                PRIMARY KEY (deploymentid, address, port, generation));

            CREATE TABLE reminders (
                serviceid text NOT NULL,
                grainid text NOT NULL,
                remindername text NOT NULL,
                starttime timestamptz NOT NULL,
                period bigint NOT NULL,
                grainhash integer NOT NULL,
                version integer NOT NULL DEFAULT 0,
                PRIMARY KEY (serviceid, grainid, remindername));
            """;

        private const string ThisSilo = "deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation";

        private const string Member =
            """
            SELECT c.deploymentid, s.address, s.port, s.generation, s.siloname, s.hostname, s.status, s.proxyport, s.suspecttimes,
                s.starttime, s.iamalivetime, c.version
            FROM clusters c LEFT JOIN silos s ON s.deploymentid = c.deploymentid
            """;

        private const string Reminder = "SELECT grainid, remindername, starttime, period, version FROM reminders WHERE serviceid = @ServiceId";

        // One statement is one transaction: either the version moves on and the silo changes, or neither.
        private static readonly (string Key, string Text)[] Queries =
        [
            ("InsertMembershipVersionKey",
                """
                WITH begun AS (INSERT INTO clusters (deploymentid) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
                SELECT count(*) FROM begun
                """),
            ("InsertMembershipKey",
                $"""
                WITH turn AS (
                    UPDATE clusters SET version = version + 1
                    WHERE deploymentid = @DeploymentId AND version = @Version AND NOT EXISTS (SELECT 1 FROM silos WHERE {ThisSilo})
                    RETURNING deploymentid),
                joined AS (
                    INSERT INTO silos (
                        deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
                    SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
                    FROM turn RETURNING 1)
                SELECT count(*) FROM joined
                """),
            ("UpdateMembershipKey",
                $"""
                WITH turn AS (
                    UPDATE clusters SET version = version + 1
                    WHERE deploymentid = @DeploymentId AND version = @Version AND EXISTS (SELECT 1 FROM silos WHERE {ThisSilo})
                    RETURNING deploymentid AS cluster),
                changed AS (
                    UPDATE silos SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime
                    FROM turn WHERE deploymentid = cluster AND {ThisSilo} RETURNING 1)
                SELECT count(*) FROM changed
                """),
            ("UpdateIAmAlivetimeKey", $"UPDATE silos SET iamalivetime = @IAmAliveTime WHERE {ThisSilo}"),
            ("MembershipReadRowKey",
                $"{Member} AND s.address = @Address AND s.port = @Port AND s.generation = @Generation WHERE c.deploymentid = @DeploymentId"),
            ("MembershipReadAllKey", $"{Member} WHERE c.deploymentid = @DeploymentId"),
            ("GatewaysQueryKey",
                "SELECT address, proxyport, generation FROM silos WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0"),
            ("DeleteMembershipTableEntriesKey",
                "DELETE FROM silos WHERE deploymentid = @DeploymentId; DELETE FROM clusters WHERE deploymentid = @DeploymentId"),
            // 3: active
            ("CleanupDefunctSiloEntriesKey",
                "DELETE FROM silos WHERE deploymentid = @DeploymentId AND iamalivetime < @IAmAliveTime AND status <> 3"),

            ("UpsertReminderRowKey",
                """
                INSERT INTO reminders (serviceid, grainid, remindername, starttime, period, grainhash)
                VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period::bigint, @GrainHash)
                ON CONFLICT (serviceid, grainid, remindername) DO UPDATE SET
                    starttime = excluded.starttime, period = excluded.period, grainhash = excluded.grainhash, version = reminders.version + 1
                RETURNING version
                """),
            ("ReadReminderRowsKey", $"{Reminder} AND grainid = @GrainId"),
            ("ReadReminderRowKey", $"{Reminder} AND grainid = @GrainId AND remindername = @ReminderName"),
            ("ReadRangeRows1Key", $"{Reminder} AND grainhash > @BeginHash AND grainhash <= @EndHash"),
            ("ReadRangeRows2Key", $"{Reminder} AND (grainhash > @BeginHash OR grainhash <= @EndHash)"),
            ("DeleteReminderRowKey",
                """
                WITH gone AS (
                    DELETE FROM reminders
                    WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName AND version = @Version RETURNING 1)
                SELECT count(*) FROM gone
                """),
            ("DeleteReminderRowsKey", "DELETE FROM reminders WHERE serviceid = @ServiceId"),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Tables);
            foreach (var (key, text) in Queries)
                migrationBuilder.InsertData("orleansquery", ["querykey", "querytext"], ["text", "text"], [key, text]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in (string[])["reminders", "silos", "clusters", "orleansquery"]) migrationBuilder.DropTable(table);
        }
    }
}
