using VkMiniApp;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication("VkMiniApp").AddVkMiniApp().AddTelegramMiniApp().AddMaxMiniApp();
builder.Services.AddAuthorization();
builder.Services.AddOpenApi(options => options.AddMiniAppSecurity());

var app = builder.Build();
app.MapGet("/me", (VkLaunchParams launch) => launch.UserId).RequireAuthorization();
app.MapGet("/open", () => "open");
app.Run();
