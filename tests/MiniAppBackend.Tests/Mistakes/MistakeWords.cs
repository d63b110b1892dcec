namespace MiniAppBackend.Tests;

/// <summary>
/// What a newcomer reads after a mistake, as the tests have the program say it and as the page of mistakes has it for who searches there. Where
/// platforms differ by a name alone, the words are VK's.
/// </summary>
internal static class MistakeWords
{
    // At the start, from our packages.
    public const string MissingId = "AppId is missing.";
    public const string MissingKey = "AppSecret is missing.";
    public const string MissingToken = "BotToken is missing";
    public const string Elsewhere = "Settings of such names stand where no scheme reads them:";
    public const string Underscores = "A variable of the environment has two underscores between names:";
    public const string UserSecrets = "but they are read in Development alone, and this is Production.";
    public const string NoNumber = "AppId is not a valid Int64. It is written as decimal digits.";
    public const string NoTime =
        "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.";
    public const string NoAppId = "Apps has a name that is no app's id.";
    public const string NoBotId = "BotToken must be the bot's id, a colon and more, without white space.";
    public const string Misspelt = "has names that nothing reads:";
    public const string Padded = "has a key with white space, a quotation mark or an invisible character around it:";
    public const string ServiceKey = "a key looks like a service key, or like a user's.";
    public const string TokenOfTelegram = "a token looks like one of a Telegram bot.";
    public const string NoProblemDetails = "WriteProblemDetails needs services.AddProblemDetails().";
    public const string LauncherOutside = "launcher signs launches of any user for whoever opens it, so it is only for Development; this is Production.";
    public const string LauncherAlone = "There is no authentication scheme 'VkMiniApp' of VK mini apps to sign launches for:";

    // At the start, from the framework.
    public const string SchemeTwice = "Scheme already exists: VkMiniApp";
    public const string NoAuthorizationServices =
        "Unable to find the required services. Please add all the required services by calling 'IServiceCollection.AddAuthorization'";

    // In the console, of a request.
    public const string WrongKey = "It was signed with another key, or changed on its way:";
    public const string OtherBot = "It was signed for another bot, or changed on its way:";
    public const string OtherApp = "Neither AppId nor Apps has the app that it is of:";
    public const string ClockSlow = "Where the page was opened just now, this machine's clock is slow: set it.";
    public const string ClockFast = "Where the page was opened just now, this machine's clock is fast: set it.";
    public const string EncodedTwice = "It is percent-encoded twice:";
    public const string Empty = "It is empty: the page was not opened by the platform, or sent its request before it had a token.";
    public const string ObjectOfTheBridge = "It is the object that VKWebAppGetLaunchParams answers with, as JSON:";
    public const string OtherObject = "It is an object as JSON, such as initDataUnsafe:";
    public const string NoText = "It is what JavaScript writes for a value that is not a string, such as undefined or [object Object]:";
    public const string Template = "It has ${…} in it, which JavaScript replaces only between backticks, not in quotation marks.";
    public const string Quoted = "It stands in quotation marks, as JSON.stringify writes a text:";
    public const string Fragment = "It is the fragment of the page's address, location.hash: launch parameters are in location.search.";
    public const string Address = "It is an address without launch parameters:";
    public const string WordTwice = "An auth-scheme, such as Bearer, stands in it:";
    public const string NotTaken = "It is not what the scheme takes, or not all of it.";
    public const string NoWord = "The header has a token without an auth-scheme: put \"Bearer \" before it.";
    public const string OtherWord = "The header has a token behind another auth-scheme than Bearer or VK.";
    public const string Colon = "The header has a \":\" behind Bearer: there has to be a space.";
    public const string QuotedHeader = "The header stands in quotation marks: send it without.";
    public const string NoHeader = "The request has no Authorization header: the page sent none, or a redirect or a proxy took it away.";
    public const string Preflight = "The request is a browser's question before a call from another origin (CORS), which never has a token:";
    public const string NotAskedFor = "VkMiniApp accepts the launch of a request that was turned away: nobody had asked it.";
    public const string AnybodyLetIn = "it lets anybody in.";

    // In the answer, with the status 500, and in the console, from the framework.
    public const string NoAuthorization = "contains authorization metadata, but a middleware was not found that supports authorization.";
    public const string NoDefault = "No authenticationScheme was specified, and there was no DefaultChallengeScheme found.";
    public const string NoPolicy = "The AuthorizationPolicy named: 'VkUser' was not found.";
    public const string NoScheme = "No authentication handler is registered for the scheme 'VKMiniApp'.";
    public const string NoAuthentication = "Unable to find the required 'IAuthenticationService' service.";
}
