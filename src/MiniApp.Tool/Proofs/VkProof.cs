using System.Security.Cryptography;
using MiniApp.Tool.Platforms;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.Tool.Proofs;

/// <summary>What VK proves with an app's protected key.</summary>
internal abstract class VkProof(ProofKind kind, string title, TokenFormat format) : Proof(kind, AllPlatforms.Vk, title, format)
{
    /// <summary>The name of the app's id in every text that VK signs.</summary>
    public const string AppId = "app_id";

    protected const string UserId = "user_id";
    protected const string SignField = "sign";

    public override long? ReadUserId(ProofFields fields) => fields.Number(UserId) is > 0 and var id ? id : null;

    protected static VkMiniAppOptions OptionsOf(ProofContext context) => (VkMiniAppOptions)context.Scheme.Options;

    /// <summary>A field that has to be a number above 0 where it is there.</summary>
    protected static bool IsNoId(ProofFields fields, string name) => fields.Find(name) is not null && fields.Number(name) is not > 0;

    /// <summary>
    /// The launch that a back end would have verified before. Its app and its user are known already, so a key of its own serves: nothing
    /// else is judged by it.
    /// </summary>
    protected static VkLaunchParams? LaunchOf(ProofFields fields, long userId, ProofContext context)
    {
        var appId = fields.Number(AppId) ?? VkScheme.ChooseApp(OptionsOf(context));
        var key = RandomNumberGenerator.GetHexString(64);
        var query = new VkLaunchParamsSigner(appId, key).SignQuery(new VkLaunchParamsDescriptor { UserId = userId });

        return new VkLaunchParamsVerifier(appId, key).Verify(query).LaunchParams;
    }

    /// <summary>The app to sign for, and its newest key.</summary>
    protected static (long AppId, string Secret) SigningKey(ProofContext context)
    {
        var options = OptionsOf(context);
        var appId = VkScheme.ChooseApp(options);
        return (appId, options.Apps[appId][0]);
    }
}
