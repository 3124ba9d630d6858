using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpsGame.Server.Storage.Migrations.Sqlite
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
                    Drill = table.Column<string>(type: "TEXT", nullable: false),
                    Team = table.Column<string>(type: "TEXT", nullable: false),
                    Scenario = table.Column<string>(type: "TEXT", nullable: false),
                    ScenarioVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Record = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_board", x => new { x.Drill, x.Team });
                });

            migrationBuilder.CreateTable(
                name: "drills",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAtMs = table.Column<long>(type: "INTEGER", nullable: false),
                    Record = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drills", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "estate_log",
                columns: table => new
                {
                    Estate = table.Column<string>(type: "TEXT", nullable: false),
                    Tick = table.Column<long>(type: "INTEGER", nullable: false),
                    Commands = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_estate_log", x => new { x.Estate, x.Tick });
                });

            migrationBuilder.CreateTable(
                name: "estate_progress",
                columns: table => new
                {
                    Estate = table.Column<string>(type: "TEXT", nullable: false),
                    Tick = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_estate_progress", x => x.Estate);
                });

            migrationBuilder.CreateTable(
                name: "scenarios",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Scenario = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "IX_drills_Code",
                table: "drills",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drills_Status_CreatedAtMs",
                table: "drills",
                columns: new[] { "Status", "CreatedAtMs" });
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
                name: "scenarios");
        }
    }
}
