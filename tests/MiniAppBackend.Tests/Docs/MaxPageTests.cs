using System.Net;
using System.Net.Http.Json;
using MaxMiniApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>The webhook in docs/max.md, as it stands there.</summary>
public sealed class MaxPageTests
{
    private const string Token = "made-up";
    private const string Card = "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:79991234567\r\nFN:Ada\r\nEND:VCARD\r\n";

    /// <summary>MAX gets 200 whatever it was: what was taken says the log.</summary>
    [Theory]
    [InlineData("webhook", Token, 42, HttpStatusCode.OK, true)]
    [InlineData("webhook", Token, 43, HttpStatusCode.OK, false)]
    [InlineData("webhook", "another", 42, HttpStatusCode.OK, false)]
    [InlineData("other", Token, 42, HttpStatusCode.Unauthorized, false)]
    [InlineData(null, Token, 42, HttpStatusCode.Unauthorized, false)]
    public async Task Webhook_takes_the_senders_own_number_from_MAX_alone(string? secret, string token, long owner, HttpStatusCode status, bool taken)
    {
        await using var program = await StartAsync();
        using var log = new LogCollector();
        program.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var payload = new { vcf_info = Card, hash = new MaxContactSigner(token).SignCard(Card), max_info = new { user_id = owner } };

        Assert.Equal(status, await PostAsync(program, secret, new { type = "contact", payload }));
        Assert.Equal(taken ? ["A phone number of user 42."] : [], log.Entries.Where(entry => entry.Category == "Update").Select(entry => entry.Message));
    }

    [Fact]
    public async Task Webhook_answers_other_messages()
    {
        await using var program = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(program, "webhook"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(program, "webhook", new { type = "image", payload = new { photo_id = 1, url = "https://example.com" } }));
    }

    private static Task<PageProgram> StartAsync() => PageProgram.StartAsync(
        CodeBlock.All.Single(block => block is { Page: "docs/max.md", Language: "csharp" } && block.Text.Contains("/max/webhook", StringComparison.Ordinal)),
        ("Authentication:Schemes:MaxMiniApp:BotToken", Token),
        ("Max:WebhookSecret", "webhook"),
        ("Logging:LogLevel:Update", "Information"));

    private static async Task<HttpStatusCode> PostAsync(PageProgram program, string? secret, params object[] attachments)
    {
        using var client = new HttpClient { BaseAddress = program.Address };
        using var content = JsonContent.Create(new
        {
            update_type = "message_created",
            timestamp = 1770679787821,
            message = new { sender = new { user_id = 42, first_name = "Ada" }, body = new { mid = "mid.1", text = "", attachments } },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/max/webhook") { Content = content };
        if (secret is not null)
        {
            request.Headers.Add("X-Max-Bot-Api-Secret", secret);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
