using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpsGame.Server.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Strategies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "board",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SpentNanoDollars",
                table: "board",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Verdict",
                table: "board",
                type: "TEXT",
                nullable: false,
                defaultValue: "Pending");

            migrationBuilder.CreateTable(
                name: "evaluation_runs",
                columns: table => new
                {
                    Evaluation = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<long>(type: "INTEGER", nullable: false),
                    SpentNanoDollars = table.Column<long>(type: "INTEGER", nullable: false),
                    RolloutNs = table.Column<long>(type: "INTEGER", nullable: false),
                    Given = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Chain = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_runs", x => new { x.Evaluation, x.Seed });
                });

            migrationBuilder.CreateTable(
                name: "evaluations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Scenario = table.Column<string>(type: "TEXT", nullable: false),
                    ScenarioVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ScenarioHash = table.Column<string>(type: "TEXT", nullable: false),
                    Engine = table.Column<string>(type: "TEXT", nullable: false),
                    PlanText = table.Column<string>(type: "TEXT", nullable: false),
                    House = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAtMs = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    SpentNanoDollars = table.Column<long>(type: "INTEGER", nullable: false),
                    Record = table.Column<string>(type: "TEXT", nullable: false),
                    Seal = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_board_Verdict",
                table: "board",
                column: "Verdict");

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
                name: "evaluation_runs");

            migrationBuilder.DropTable(
                name: "evaluations");

            migrationBuilder.DropIndex(
                name: "IX_board_Verdict",
                table: "board");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "board");

            migrationBuilder.DropColumn(
                name: "SpentNanoDollars",
                table: "board");

            migrationBuilder.DropColumn(
                name: "Verdict",
                table: "board");
        }
    }
}
