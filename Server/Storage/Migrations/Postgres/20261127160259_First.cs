using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace OpsGame.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "board",
                columns: table => new
                {
                    Drill = table.Column<string>(type: "text", nullable: false),
                    Team = table.Column<string>(type: "text", nullable: false),
                    Scenario = table.Column<string>(type: "text", nullable: false),
                    ScenarioVersion = table.Column<int>(type: "integer", nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: false),
                    Record = table.Column<string>(type: "text", nullable: false),
                    SpentNanoDollars = table.Column<long>(type: "bigint", nullable: false),
                    Verdict = table.Column<string>(type: "text", nullable: false, defaultValue: "Pending"),
                    Seal = table.Column<string>(type: "text", nullable: false, defaultValue: "")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_board", x => new { x.Drill, x.Team });
                });

            migrationBuilder.CreateTable(
                name: "drills",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: false),
                    CreatedAtMs = table.Column<long>(type: "bigint", nullable: false),
                    Record = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drills", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "estate_log",
                columns: table => new
                {
                    Estate = table.Column<string>(type: "text", nullable: false),
                    Tick = table.Column<long>(type: "bigint", nullable: false),
                    Commands = table.Column<string>(type: "text", nullable: false),
                    PreviousHash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_estate_log", x => new { x.Estate, x.Tick });
                });

            migrationBuilder.CreateTable(
                name: "estate_progress",
                columns: table => new
                {
                    Estate = table.Column<string>(type: "text", nullable: false),
                    Tick = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_estate_progress", x => x.Estate);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_runs",
                columns: table => new
                {
                    Evaluation = table.Column<string>(type: "text", nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: false),
                    Failed = table.Column<long>(type: "bigint", nullable: false),
                    SpentNanoDollars = table.Column<long>(type: "bigint", nullable: false),
                    RolloutNs = table.Column<long>(type: "bigint", nullable: false),
                    Given = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Ticks = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    Chain = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_runs", x => new { x.Evaluation, x.Seed });
                });

            migrationBuilder.CreateTable(
                name: "evaluations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Scenario = table.Column<string>(type: "text", nullable: false),
                    ScenarioVersion = table.Column<int>(type: "integer", nullable: false),
                    ScenarioHash = table.Column<string>(type: "text", nullable: false),
                    Engine = table.Column<string>(type: "text", nullable: false),
                    PlanText = table.Column<string>(type: "text", nullable: false),
                    House = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: false),
                    Verdict = table.Column<string>(type: "text", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAtMs = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<long>(type: "bigint", nullable: false),
                    SpentNanoDollars = table.Column<long>(type: "bigint", nullable: false),
                    Record = table.Column<string>(type: "text", nullable: false),
                    Seal = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scenarios",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", nullable: false),
                    Scenario = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scenarios", x => x.Hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_board_Scenario_ScenarioVersion_Score",
                table: "board",
                columns: new[] { "Scenario", "ScenarioVersion", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_board_Verdict",
                table: "board",
                column: "Verdict");

            migrationBuilder.CreateIndex(
                name: "IX_drills_Code",
                table: "drills",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drills_Status_CreatedAtMs",
                table: "drills",
                columns: new[] { "Status", "CreatedAtMs" });

            migrationBuilder.CreateIndex(
                name: "IX_evaluations_IsOpen_Address",
                table: "evaluations",
                columns: new[] { "IsOpen", "Address" });

            migrationBuilder.CreateIndex(
                name: "IX_evaluations_Scenario_ScenarioVersion_Verdict",
                table: "evaluations",
                columns: new[] { "Scenario", "ScenarioVersion", "Verdict" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "board");

            migrationBuilder.DropTable(
                name: "drills");

            migrationBuilder.DropTable(
                name: "estate_log");

            migrationBuilder.DropTable(
                name: "estate_progress");

            migrationBuilder.DropTable(
                name: "evaluation_runs");

            migrationBuilder.DropTable(
                name: "evaluations");

            migrationBuilder.DropTable(
                name: "keys");

            migrationBuilder.DropTable(
                name: "scenarios");
        }
    }
}
