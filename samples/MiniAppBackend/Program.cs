using System.Security.Claims;
using MiniAppBackend;
using VkMiniApp.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["urls"] ??= "http://127.0.0.1:5080"; // unless ASPNETCORE_URLS or --urls says otherwise

builder.Services.AddAuthentication().AddVkMiniApp(); // settings: Authentication:Schemes:VkMiniApp
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("russian", policy => policy.RequireClaim(VkClaimTypes.Language, "ru"))
    .AddPolicy("group-admin", policy => policy.RequireClaim(VkClaimTypes.ViewerGroupRole, "admin", "editor"));

builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, SampleJson.Default));
#if !TRIMMED
builder.Services.AddControllers();
#endif

var app = builder.Build();
app.MapGet("/", () => Home.Text);
app.MapGet("/me", (ClaimsPrincipal user) => Me.Of(user)).RequireAuthorization();
app.MapGet("/russian", () => "Привет!").RequireAuthorization("russian");
#if !TRIMMED
app.MapControllers();
#endif
app.PrintCurlLine();
app.Run();
