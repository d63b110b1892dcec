using System.Net;
using System.Text.RegularExpressions;

namespace MiniAppPages.Tests;

/// <summary>What a browser does with a page.</summary>
internal static partial class Browsing
{
    /// <summary>Sends a form of a page, with the token that antiforgery has put into it.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string page, string address, string origin, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
                .. Token().Match(page) is { Success: true } token
                    ? [KeyValuePair.Create("__RequestVerificationToken", token.Groups["token"].Value)]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ]),
        };
        request.Headers.Add("Origin", origin);
        return client.SendAsync(request);
    }

    public static async Task<(int Status, string Text)> ReadAsync(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return ((int)response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Token();
}
