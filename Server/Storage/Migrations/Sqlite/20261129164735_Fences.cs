using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpsGame.Server.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Fences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "evaluations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Epoch",
                table: "estate_progress",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Logged",
                table: "estate_progress",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Reach",
                table: "estate_progress",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "drills",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Estates",
                table: "drills",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "drills",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "LogDigest",
                table: "board",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "pulse",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Beats = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pulse", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "secrets",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrets", x => x.Name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pulse");

            migrationBuilder.DropTable(
                name: "secrets");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "evaluations");

            migrationBuilder.DropColumn(
                name: "Epoch",
                table: "estate_progress");

            migrationBuilder.DropColumn(
                name: "Logged",
                table: "estate_progress");

            migrationBuilder.DropColumn(
                name: "Reach",
                table: "estate_progress");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "drills");

            migrationBuilder.DropColumn(
                name: "Estates",
                table: "drills");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "drills");

            migrationBuilder.DropColumn(
                name: "LogDigest",
                table: "board");
        }
    }
}
