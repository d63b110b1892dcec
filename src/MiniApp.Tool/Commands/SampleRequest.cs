using System.Text;

namespace MiniApp.Tool.Commands;

/// <summary>A request that brings what was signed to a back end.</summary>
/// <param name="Address">Where it goes.</param>
internal sealed record SampleRequest(Uri Address)
{
    /// <summary>The <c>Authorization</c> header; <see langword="null"/> for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The body's type; <see langword="null"/> where there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body, in which no single quote is; <see langword="null"/> for a request that has none.</summary>
    public string? Body { get; init; }

    /// <summary>The request as a command. Only a body takes single quotes, which shells other than POSIX's do not know.</summary>
    public string ToCurl()
    {
        var command = new StringBuilder("curl");
        if (Authorization is not null)
        {
            command.Append($" -H \"Authorization: {Authorization}\"");
        }

        if (Body is not null)
        {
            command.Append($" -H \"Content-Type: {ContentType}\" -d '{Body}'");
        }

        return command.Append($" \"{ForShells(Address)}\"").ToString();
    }

    /// <summary>The request as a file of requests has it, behind the line that separates it from the one before.</summary>
    public string ToHttp()
    {
        var request = new StringBuilder($"###\n{(Body is null ? "GET" : "POST")} {Address.AbsoluteUri}\n");
        if (Authorization is not null)
        {
            request.Append($"Authorization: {Authorization}\n");
        }

        if (Body is not null)
        {
            // Between double braces such files have their variables; in JSON of one object, only a text can have them.
            request.Append($"Content-Type: {ContentType}\n\n{Body.Replace("{{", "\\u007B\\u007B", StringComparison.Ordinal)}\n");
        }

        return request.ToString();
    }

    /// <summary>
    /// Escapes what a shell would interpret between double quotes, and brackets, behind which curl looks for numbers to count through. What else
    /// either might, an address never contains.
    /// </summary>
    private static string ForShells(Uri address)
    {
        var server = address.GetLeftPart(UriPartial.Authority); // which may be an address of IPv6, in brackets
        var rest = address.AbsoluteUri[server.Length..]
            .Replace("[", "%5B", StringComparison.Ordinal)
            .Replace("]", "%5D", StringComparison.Ordinal);

        return (server + rest)
            .Replace("$", "%24", StringComparison.Ordinal)
            .Replace("!", "%21", StringComparison.Ordinal);
    }
}
