using System.Buffers;
using System.Text;
using System.Text.Json;

namespace MiniApp.Tool.Inspection;

/// <summary>Writes a report for a program, as one line of JSON in ASCII.</summary>
internal static class ReportJson
{
    public static string Write(Report report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(report, json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("platform", report.Platform.Name);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(report.Kind.ToString()));
        json.WriteString("spelling", report.Spelling);

        if (report.Owner is { } owner)
        {
            WriteNumber("userId", owner.UserId, json);
            json.WriteString("userIdFrom", owner.UserId is null ? null : owner.IsGiven ? "option" : "text");
        }

        if (report.SignedAt is { } signedAt)
        {
            json.WriteNumber("signedAt", signedAt.ToUnixTimeSeconds());
            json.WriteNumber("ageSeconds", report.Now.ToUnixTimeSeconds() - signedAt.ToUnixTimeSeconds());
        }

        json.WriteStartArray("parameters");
        foreach (var parameter in report.Parameters)
        {
            Write(parameter, report, json);
        }

        json.WriteEndArray();
        json.WriteString("judgedWith", report.JudgedWith);
        json.WriteString("verdict", report.Outcome);
        json.WriteString("reason", report.Verdict?.Refusal?.Reason);
        json.WriteString("meaning", string.Join(' ', report.Meaning));
        json.WriteString("advice", report.Advice);
        if (report.Unwrapped.Count > 0)
        {
            json.WriteString("unwrapped", string.Join(' ', report.Unwrapped));
        }

        if (report.HasInside)
        {
            json.WriteString("inside", Report.Describe(report.Inside));
        }

        json.WriteEndObject();
    }

    private static void Write(TokenParameter parameter, Report report, Utf8JsonWriter json)
    {
        var format = report.Format;

        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("value", parameter.Value);
        json.WriteString("kind", format.IsProof(parameter.Name) ? "proof" : format.IsSigned(parameter.Name) ? "signed" : "unsigned");
        json.WriteEndObject();
    }

    private static void WriteNumber(string name, long? number, Utf8JsonWriter json)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
