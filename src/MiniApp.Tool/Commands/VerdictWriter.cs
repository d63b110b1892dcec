using System.Globalization;
using System.Text;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Commands;

/// <summary>Writes verdicts as lines of JSON. Nothing in them needs escaping: they are numbers, and the tool's own names.</summary>
internal sealed class VerdictWriter(TextWriter output, string? idField, int maxTokenLength)
{
    /// <summary>How many were written.</summary>
    public int Count { get; private set; }

    public bool AreAllGood { get; private set; } = true;

    public void Write(Verdict verdict, ReadOnlySpan<char> token)
    {
        Count++;
        AreAllGood &= verdict.IsGood;

        var fields = verdict.IsGood
            ? string.Create(CultureInfo.InvariantCulture, $"\"ok\":true,\"userId\":{verdict.UserId}{Id(verdict)}")
            : $"\"ok\":false,\"reason\":\"{verdict.Refusal!.Reason}\"{Detail(verdict.Refusal.Kind, token)}";
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{{\"line\":{Count},{fields}}}\n"));
    }

    private string Id(Verdict verdict) => verdict.Id is { } id ? string.Create(CultureInfo.InvariantCulture, $",\"{idField}\":{id}") : "";

    /// <summary>What else to say about a line that was refused for its length.</summary>
    private string Detail(RefusalKind kind, ReadOnlySpan<char> token) =>
        kind != RefusalKind.Malformed ? ""
        : token.IsWhiteSpace() ? ",\"detail\":\"empty\""
        : Encoding.UTF8.GetByteCount(token) > maxTokenLength ? ",\"detail\":\"too_long\""
        : "";
}
