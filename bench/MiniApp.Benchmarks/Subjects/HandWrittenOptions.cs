using Microsoft.AspNetCore.Authentication;

namespace VkMiniApp.Benchmarks;

internal sealed class HandWrittenOptions : AuthenticationSchemeOptions
{
    public long AppId { get; set; }

    public string Secret { get; set; } = "";
}
