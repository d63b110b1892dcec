using System.Text.Json;

namespace Accounts.Tests;

/// <summary>What an endpoint answered.</summary>
internal sealed record Answer(int Status, string Body, string Challenge)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Code => Json.GetProperty("code").GetString()!;

    public string Detail => Json.GetProperty("detail").GetString()!;

    public Guid Id => Json.GetProperty("id").GetGuid();

    public IEnumerable<string> Links => Json.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("subject").GetString()!).Order(StringComparer.Ordinal);

    public IEnumerable<string> Notes => Json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).Order(StringComparer.Ordinal);
}
