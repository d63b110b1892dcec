using System.Security.Claims;
using MiniAppBackend;
using MiniAppBackend.Hubs;
using VkMiniApp;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["urls"] ??= "http://127.0.0.1:5080"; // unless ASPNETCORE_URLS or --urls says otherwise

var schemes = builder.Configuration.GetSection("Authentication:Schemes"); // every scheme reads its settings from its section
var hasTelegram = schemes.GetSection("TelegramMiniApp").Exists();
var hasMax = schemes.GetSection("MaxMiniApp").Exists();

var authentication = builder.Services.AddAuthentication()
    .AddVkMiniApp(options => options.TokenRetriever = HubExtensions.TokenRetriever)
    .AddMiniAppSessions(options => // a launch is good for an hour, and a tab stays open longer
    {
        options.UseCookie = true;
        options.Events.OnStarting = Me.KeepLanguage;
    });
if (hasTelegram)
{
    authentication.AddTelegramMiniApp();
}

if (hasMax)
{
    authentication.AddMaxMiniApp();
}

builder.Services.AddAuthorizationBuilder()
    .AddPolicy("russian", policy => policy.RequireVkLanguage("ru"))
    .AddPolicy("group-admin", policy => policy.RequireVkGroupRole(VkGroupRole.Admin, VkGroupRole.Editor))
    .AddPolicy("just-launched", policy => policy.RequireVkLaunchWithin(TimeSpan.FromMinutes(5)))
    .AddPolicy("vk", policy => policy.RequireVkUser())
    .AddPolicy("from-vk", policy => policy.AddAuthenticationSchemes("VkMiniApp").RequireAuthenticatedUser())
    .AddPolicy("from-telegram", policy => policy.AddAuthenticationSchemes("TelegramMiniApp").RequireAuthenticatedUser())
    .AddPolicy("from-max", policy => policy.AddAuthenticationSchemes("MaxMiniApp").RequireAuthenticatedUser());

builder.Services.AddBrowserClients(builder.Configuration);
builder.Services.AddHubs();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, SampleJson.Default));
#if !TRIMMED
builder.Services.AddControllers();
#endif

var app = builder.Build();
app.UseMiniAppFrameAncestors(); // the platforms' sites show the pages in a frame, and no other site may
app.UseCors(); // before the sign-in, or a page on another origin could not read a refusal
app.UseAuthentication();
app.UseAuthorization();

app.MapGet("/", () => Home.Text);
app.MapGet("/me", (ClaimsPrincipal user) => Me.Of(user)).RequireAuthorization("vk"); // launches and sessions alike
app.MapDelete("/me", () => "You are forgotten.").RequireAuthorization("just-launched");
app.MapPost("/phone", PhoneNumbers.OfVk).RequireAuthorization("from-vk");
app.MapGet("/russian", () => "Привет!").RequireAuthorization("russian");
if (hasTelegram)
{
    app.MapGet("/telegram", () => Results.Content(TelegramPage.Html, "text/html"));
    app.MapGet("/telegram/me", (ClaimsPrincipal user) => TelegramMe.Of(user)).RequireAuthorization("from-telegram");
    app.MapPost("/telegram/phone", PhoneNumbers.OfTelegram).RequireAuthorization("from-telegram");
}

if (hasMax)
{
    app.MapGet("/max", () => Results.Content(MaxPage.Html, "text/html"));
    app.MapGet("/max/me", (ClaimsPrincipal user) => MaxMe.Of(user)).RequireAuthorization("from-max");
    app.MapPost("/max/phone", PhoneNumbers.OfMax).RequireAuthorization("from-max");
}

app.MapMiniAppSessions("/session");
app.MapGet("/session", (ClaimsPrincipal user) => SessionInfo.Of(user)).RequireAuthorization();
app.MapHubs();
#if !TRIMMED
app.MapControllers();
#endif
app.MapAppPage();
if (app.Environment.IsDevelopment())
{
    // They stand in for the platforms: open the app in a frame with any launch, signed on the spot.
    app.MapVkMiniAppLauncher("/vk", options => options.AppUrl = AppPage.Find(app.Configuration));
    if (hasTelegram)
    {
        app.MapTelegramMiniAppLauncher("/telegram-launcher", options => options.AppUrl = new Uri("/telegram", UriKind.Relative));
    }

    if (hasMax)
    {
        app.MapMaxMiniAppLauncher("/max-launcher", options => options.AppUrl = new Uri("/max", UriKind.Relative));
    }
}

app.PrintCurlLines();
app.RunOrTell();
