using Microsoft.AspNetCore.Mvc;
using MiniApp.AspNetCore;
using MiniAppBlazor;
using MiniAppBlazor.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["urls"] ??= "http://localhost:5082"; // unless ASPNETCORE_URLS or --urls says otherwise

builder.Services.AddAuthentication()
    .AddVkMiniApp(options => options.TokenRetriever = TokenRetrieval.FirstOf(
        TokenRetrieval.FromAuthorizationHeader("Bearer", "VK"), TokenRetrieval.FromPageAddress())) // VK opens GET /?vk_user_id=…&sign=…
    .AddTelegramMiniApp() // Telegram and MAX open GET /start#…, which no server sees: wwwroot/start.js posts it
    .AddMaxMiniApp()
    .AddMiniAppSessions(options => options.UseCookieForPages = true);
builder.Services.AddAuthorizationBuilder().AddPolicy("page", policy =>
    policy.AddAuthenticationSchemes(MiniAppSessionDefaults.AuthenticationScheme).RequireAuthenticatedUser());
builder.Services.AddCascadingAuthenticationState();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UseMiniAppFrameAncestors(app.Configuration.GetSection("FrameAncestors").Get<string[]>() ?? []); // the platforms' sites may, and who is in the settings
app.UseStatusCodePagesWithReExecute("/refused/{0}");
app.UseAuthentication();
app.UseMiniAppPageSignIn(); // VK's launch becomes the cookie, and the address loses it
app.UseAuthorization();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapMiniAppSessions("/session").WithMetadata(new SkipStatusCodePagesAttribute()); // what start.js posts to, for which a page is no answer
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null); // said above

app.PrintAddresses();
app.Run();
