using Microsoft.Extensions.Configuration.UserSecrets;

[assembly: UserSecretsId(MiniAppBackend.Tests.NewcomerUserSecretsTests.Id)]

namespace MiniAppBackend.Tests;

/// <summary>
/// What a newcomer's user secrets have to do with production. They are a file in the home folder, which every program of this assembly reads in
/// Development: while it is there, nothing else is tested.
/// </summary>
[Collection(nameof(NewcomerUserSecretsTests))]
[CollectionDefinition(nameof(NewcomerUserSecretsTests), DisableParallelization = true)]
public sealed class NewcomerUserSecretsTests : IDisposable
{
    internal const string Id = "mini-app-tests-of-mistakes";

    private static readonly NewcomerPlatform Vk = NewcomerPlatform.Vk;

    private readonly string _file = PathHelper.GetSecretsPathFromSecretsId(Id);

    public NewcomerUserSecretsTests() => Directory.CreateDirectory(Path.GetDirectoryName(_file)!);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public async Task User_secrets_in_Production()
    {
        await File.WriteAllTextAsync(_file, $$"""{ "Authentication:Schemes:VkMiniApp:AppSecret": "{{Vk.Key}}" }""");
        var (id, key) = (Vk.Settings[0], Vk.Settings[1]);

        Assert.EndsWith(
            $"{MistakeWords.MissingKey} Fix it in code or in Authentication:Schemes:VkMiniApp. User secrets have AppSecret, {MistakeWords.UserSecrets}",
            await NewcomerApp.FailToStartAsync([id], Vk.Build, environment: "Production"),
            StringComparison.Ordinal);

        // Production is tried on the machine that has the secrets: they don't hide what is wrong with a variable.
        var said = await NewcomerApp.FailToStartAsync([id, ("Authentication_Schemes_VkMiniApp_AppSecret", Vk.Key)], Vk.Build, environment: "Production");
        Assert.Contains(MistakeWords.UserSecrets, said, StringComparison.Ordinal);
        Assert.EndsWith($"{MistakeWords.Underscores} Authentication__Schemes__VkMiniApp__AppSecret.", said, StringComparison.Ordinal);
        await using (await NewcomerApp.StartAsync([id], Vk.Build))
        await using (await NewcomerApp.StartAsync([id, key], Vk.Build, environment: "Production"))
        {
            // Both start: in Development the secrets are read, and in Production the key is there.
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    public async Task Broken_user_secrets_in_Production_hide_no_mistake(string secrets)
    {
        await File.WriteAllTextAsync(_file, secrets);
        Assert.EndsWith(
            $"{MistakeWords.MissingKey} Fix it in code or in Authentication:Schemes:VkMiniApp.",
            await NewcomerApp.FailToStartAsync([Vk.Settings[0]], Vk.Build, environment: "Production"),
            StringComparison.Ordinal);
    }
}
