using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// What the application's default scheme has chosen for a request by a selector, such as the scheme of the tenant whose host it is for. Of the
/// schemes of that platform, no other may sign in then: a launch of one tenant would be good at another.
/// </summary>
internal interface IChosenScheme
{
    /// <summary>The scheme of launches that was chosen; <see langword="null"/> where nothing was, or something else.</summary>
    /// <param name="context">The request.</param>
    AuthenticationScheme? Find(HttpContext context);

    /// <summary>Whether a scheme is another one of the platform of the one that was chosen.</summary>
    /// <param name="chosen">What was chosen, if anything.</param>
    /// <param name="name">The scheme's name.</param>
    /// <param name="handler">Its handler, which tells its platform.</param>
    static bool IsBeside(AuthenticationScheme? chosen, string name, Type handler) =>
        chosen is not null && chosen.HandlerType == handler && chosen.Name != name;
}
