using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Records;

namespace OpsGame.Server.Storage;

/// <summary>What outlives the process: scenarios as played, drills, the estates' logs, results, evaluations of plans.</summary>
public abstract class OpsGameDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<ScenarioRow> Scenarios => Set<ScenarioRow>();

    public DbSet<DrillRow> Drills => Set<DrillRow>();

    public DbSet<LogRow> Log => Set<LogRow>();

    public DbSet<ProgressRow> Progress => Set<ProgressRow>();

    public DbSet<BoardRow> Board => Set<BoardRow>();

    public DbSet<EvaluationRow> Evaluations => Set<EvaluationRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    public DbSet<PulseRow> Pulse => Set<PulseRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ScenarioRow>(scenario =>
        {
            scenario.ToTable("scenarios").HasKey(row => row.Hash);
        });
        modelBuilder.Entity<DrillRow>(drill =>
        {
            drill.ToTable("drills").HasKey(row => row.Id);
            drill.HasIndex(row => row.Code).IsUnique();
            drill.HasIndex(row => new { row.Status, row.CreatedAtMs });
            drill.Property(row => row.Revision).HasDefaultValue(0L);
            drill.Property(row => row.Address).HasDefaultValue("");
            drill.Property(row => row.Estates).HasDefaultValue(1);
        });
        modelBuilder.Entity<LogRow>(log =>
        {
            log.ToTable("estate_log").HasKey(row => new { row.Estate, row.Tick });
        });
        modelBuilder.Entity<ProgressRow>(progress =>
        {
            progress.ToTable("estate_progress").HasKey(row => row.Estate);
            progress.Property(row => row.Reach).HasDefaultValue(0L);
            progress.Property(row => row.Epoch).HasDefaultValue(0L);
            progress.Property(row => row.Logged).HasDefaultValue(0L);
        });
        modelBuilder.Entity<BoardRow>(board =>
        {
            board.ToTable("board").HasKey(row => new { row.Drill, row.Team });
            board.HasIndex(row => new { row.Scenario, row.ScenarioVersion, row.Score });
            board.HasIndex(row => row.Verdict);
            // what stands there from before verification is to be verified
            board.Property(row => row.Verdict).HasDefaultValue(nameof(Verdict.Pending));
            board.Property(row => row.Seal).HasDefaultValue("");
            board.Property(row => row.LogDigest).HasDefaultValue("");
        });
        modelBuilder.Entity<EvaluationRow>(evaluation =>
        {
            evaluation.ToTable("evaluations").HasKey(row => row.Id);
            evaluation.Property(row => row.Revision).HasDefaultValue(0L).IsConcurrencyToken();
            evaluation.HasIndex(row => new { row.IsOpen, row.Address });
            evaluation.HasIndex(row => new { row.Scenario, row.ScenarioVersion, row.Verdict });
        });
        modelBuilder.Entity<RunRow>(run =>
        {
            run.ToTable("evaluation_runs").HasKey(row => new { row.Evaluation, row.Seed });
        });
        modelBuilder.Entity<SecretRow>(secret =>
        {
            secret.ToTable("secrets").HasKey(row => row.Name);
        });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit").HasKey(row => row.Id);
            audit.HasIndex(row => row.AtMs);
        });
        modelBuilder.Entity<PulseRow>(pulse =>
        {
            pulse.ToTable("pulse").HasKey(row => row.Id);
            pulse.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
