using Accounts;
using Accounts.Data;
using Accounts.Linking;
using Accounts.Website;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["urls"] ??= "http://127.0.0.1:5090"; // unless ASPNETCORE_URLS or --urls says otherwise

builder.Services.AddAuthentication()
    .AddVkMiniApp()
    .AddTelegramMiniApp()
    .AddMaxMiniApp()
    .AddMiniAppSessions()
    .AddWebsite(builder.Configuration);
builder.Services.AddAuthorization();

builder.Services.AddDbContext<AccountsDb>(options =>
    options.UseSqlite(builder.Configuration.GetConnectionString("Accounts") ?? "Data Source=accounts.db"));
builder.Services.AddScoped<AccountStore>();
builder.Services.AddScoped<AccountLinks>();
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(options =>
    (options.SerializerOptions.RespectNullableAnnotations, options.SerializerOptions.RespectRequiredConstructorParameters) = (true, true));

var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.EnsureCreated(); // an application has migrations
}

app.UseStoreFailures();
app.UseAuthentication();
app.UseAuthorization();

app.MapMiniAppSessions("/session");
app.MapAccount();
app.MapLinks();
app.MapWebsite();
app.Run();
