using System.Security.Claims;
#if (all && !sessions)
using Microsoft.AspNetCore.Authorization;
#endif
using MiniApp.AspNetCore;
using MiniAppNamespace;

var builder = WebApplication.CreateBuilder(args);

// The keys are in the settings, in the section Authentication:Schemes. Without them the host does not start.
builder.Services.AddAuthentication().AddVkMiniApp().AddTelegramMiniApp().AddMaxMiniApp().AddMiniAppSessions();
#if (all && !sessions)
builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(
    new AuthorizationPolicyBuilder("VkMiniApp", "TelegramMiniApp", "MaxMiniApp").RequireAuthenticatedUser().Build());
#else
builder.Services.AddAuthorization();
#endif
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseMiniAppFrameAncestors(); // besides this site, only the platform's may show the page in a frame
app.UseFileServer(); // the page, from wwwroot

app.MapGet("/me", (ClaimsPrincipal user) => new Me($"{user.GetMiniAppSubject()}")).RequireAuthorization();
#if (sessions)
app.MapMiniAppSessions("/session"); // the page exchanges its launch for a session there
#endif

if (app.Environment.IsDevelopment())
{
    // They stand in for the platforms: open the page with any launch, signed with your key. The log has the address.
#if (vk)
    app.MapVkMiniAppLauncher("/vk");
#endif
#if (telegram)
    app.MapTelegramMiniAppLauncher("/telegram");
#endif
#if (max)
    app.MapMaxMiniAppLauncher("/max");
#endif
}

app.Run();
