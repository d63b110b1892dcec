using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MiniAppPages.Pages;

/// <summary>What a user sees in place of a bare status. It stands in for posts too, whose token may be what was wrong.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class RefusedModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Title => Status switch
    {
        401 => "Close the app and open it again in VK.",
        404 => "There is no such page.",
        503 => "The server can't tell now. Try again soon.",
        _ => "That did not work.",
    };
}
