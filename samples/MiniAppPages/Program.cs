using MiniApp.AspNetCore;
using MiniAppPages;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["urls"] ??= "http://localhost:5081"; // unless ASPNETCORE_URLS or --urls says otherwise

builder.Services.AddAuthentication()
    .AddVkMiniApp(options => options.TokenRetriever = TokenRetrieval.FromPageAddress()) // VK opens GET /?vk_user_id=…&sign=…
    .AddMiniAppSessions(options => options.UseCookieForPages = true); // … and every page after the first has a cookie
builder.Services.AddAuthorization();
builder.Services.AddRazorPages();
builder.Services.AddSingleton<Notes>();

var app = builder.Build();
app.UseMiniAppFrameAncestors(app.Configuration.GetSection("FrameAncestors").Get<string[]>() ?? []); // VK's sites may, and who is in the settings
app.UseStatusCodePagesWithReExecute("/Refused", "?status={0}");
app.UseAuthentication();
app.UseMiniAppPageSignIn(); // the launch becomes the cookie, and the address loses it
app.UseAuthorization();
app.MapRazorPages().RequireMiniAppSession(); // but for the page of refusals

app.PrintAddress();
app.Run();
