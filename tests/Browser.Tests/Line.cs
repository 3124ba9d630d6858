using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using MessagePack;
using Microsoft.Playwright;

namespace OpsGame.Browser.Tests;

/// <summary>An action as the client is told of it when somebody sits down.</summary>
internal sealed record Listed(string Id, string Target, Parameter[] Parameters);

internal sealed record Parameter(string Name, string Kind);

/// <summary>Listens to a page's line: for the catalogue of actions that comes with a seat, and for what the page asks.</summary>
internal sealed class Line
{
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<Listed[]> _actions = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Listed[]> Actions => _actions.Task;

    public void Hear(IPage page) => page.WebSocket += (_, line) =>
    {
        line.FrameReceived += (_, frame) =>
        {
            foreach (var message in Messages(frame.Binary ?? [])) Take(message);
        };
        line.FrameSent += (_, frame) =>
        {
            foreach (var message in Messages(frame.Binary ?? [])) Count(message);
        };
    };

    /// <summary>How often the page called a method of the server.</summary>
    public int Asked(string method) => _asked.GetValueOrDefault(method);

    private void Count(JsonElement message)
    {
        // an invocation: [1, headers, invocation, method, arguments]
        if (message.ValueKind == JsonValueKind.Array && message.GetArrayLength() >= 5 && message[0].GetInt32() == 1)
            _asked.AddOrUpdate(message[3].GetString()!, 1, (_, times) => times + 1);
    }

    private void Take(JsonElement message)
    {
        // a completion: [3, headers, invocation, kind, result]
        if (message.ValueKind != JsonValueKind.Array || message.GetArrayLength() != 5
            || message[4].ValueKind != JsonValueKind.Object) return;
        if (!message[4].TryGetProperty("seat", out var seat) || seat.ValueKind != JsonValueKind.Object) return;
        _actions.TrySetResult(seat.GetProperty("actions").Deserialize<Listed[]>(JsonSerializerOptions.Web)!);
    }

    /// <summary>Several to a frame, each after its length in groups of seven bits.</summary>
    private static IEnumerable<JsonElement> Messages(byte[] frame)
    {
        for (var at = 0; at < frame.Length;)
        {
            var length = 0;
            for (var shift = 0; ; shift += 7)
            {
                var group = frame[at++];
                length |= (group & 0x7f) << shift;
                if (group < 0x80) break;
            }

            // the handshake is no message
            if (at + length > frame.Length) yield break;
            var message = new ReadOnlySequence<byte>(frame, at, length);
            at += length;
            yield return JsonDocument.Parse(MessagePackSerializer.ConvertToJson(message)).RootElement;
        }
    }
}
