using System.CommandLine;

namespace OpsGame.Server.Verbs;

/// <summary>
/// serve: what its help says. It is run before verbs are parsed, as its settings are the configuration's and not options.
/// </summary>
public static class ServeCommand
{
    public const string Verb = "serve";

    public static Command Create() => new(Verb,
        """
        Run the game; what is done without a verb too. Settings:
          --urls http://0.0.0.0:8080           where it listens [default: http://localhost:5080]
          --Storage:Path FILE                  where it keeps its data [default: data/opsgame.db]
          --Storage:Postgres CONNECTION        a PostgreSQL instead; servers that share it are one game (see README)
          --Silo:Address IP  --Silo:Port N     where the other servers reach this one [default: its address, any free port]
          --Library:Path FOLDER                another library: its Scenarios and Plans
          --Lab:OpenPerAddress N               plans one address may have in work [default: 20]
          --Drills:OnlyOrganiserCreates true   nobody else creates drills [default: false]
          --Drills:OnlyOrganiserPlays true     nobody else plays alone [default: false]
          --Drills:EstatesPerAddress N         teams one address may have in drills that are not over [default: 100]
          --Drills:CallsPerAddress N           calls a second from one address, twice as many at once [default: 1000]
          --Drills:KeepFor 30d                 finished drills are deleted after so long (d, h, m, s) [default: never]
          --Organiser:Rotate true              a new sign-in link for the organiser; the one so far stops working
          --Proxies:Known LIST                 addresses and networks of proxies in front, with commas; nobody else is believed
          --AllowedHosts LIST                  names it answers to, with semicolons [default: any; on localhost: localhost]
          --Limits:Connections N               open at a time [default: what the files it may open allow, at most 10000]
          --Limits:ConnectionsPerAddress N     of them from one address, also behind a known proxy [default: 1000]
          --Limits:IdleSeconds N               a connection that says nothing for so long is closed [default: 60]
        """)
    {
        TreatUnmatchedTokensAsErrors = false,
    };
}
