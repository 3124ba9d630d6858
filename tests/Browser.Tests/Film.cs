using System.Text.Json;
using Microsoft.Playwright;

namespace OpsGame.Browser.Tests;

/// <summary>A server as its row in the table shows it.</summary>
internal sealed record Shown(string State, string Version, string Notes);

/// <summary>What the rollout's chip and the table showed at one time.</summary>
internal sealed record Shot(string Status, string Step, Dictionary<string, Shown> Servers)
{
    public int Count(Func<Shown, bool> such) => Servers.Values.Count(such);
}

/// <summary>Everything a player can see of a rollout while it goes, in the order it is shown: no look comes too late.</summary>
internal sealed class Film(IPage page)
{
    private const string Camera = """
        () => {
          window.film = [];
          let last = '';
          const text = (id) => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? '';
          const look = () => {
            const rows = [...document.querySelectorAll('tr[data-kind="server"]')];
            const cell = (row, of) => row.querySelector(`[data-of="${of}"]`).textContent;
            const shot = JSON.stringify({
              status: text('rollout-status'),
              step: text('rollout-step'),
              servers: Object.fromEntries(rows.map((row) => [
                row.dataset.testid,
                { state: cell(row, 'state'), version: cell(row, 'version'), notes: cell(row, 'notes') },
              ])),
            });
            if (shot !== last) window.film.push(JSON.parse(shot));
            last = shot;
          };
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
          look();
        }
        """;

    public Task Begin() => page.EvaluateAsync(Camera);

    public async Task<Shot[]> Shots() =>
        JsonSerializer.Deserialize<Shot[]>(
            await page.EvaluateAsync<string>("() => JSON.stringify(window.film)"), JsonSerializerOptions.Web)!;

    /// <summary>Waits until the chip has shown a step or a status since a shot; how many shots there are then.</summary>
    public async Task<int> Sees(string what, int since = 0)
    {
        var seen = await page.WaitForFunctionAsync(
            "([what, since]) => window.film.slice(since).some((shot) => shot.step === what || shot.status === what) && "
            + "window.film.length",
            new object[] { what, since });
        return await seen.JsonValueAsync<int>();
    }
}
