using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MiniApp;
using MiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

namespace MiniAppPages.Pages;

/// <summary>The user's note. Razor Pages check antiforgery's token with every post by themselves.</summary>
internal sealed class IndexModel(Notes notes, MiniAppRevocations revocations) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string? Text { get; set; }

    public long? UserId => User.GetVkUserId();

    public string? Note => notes.Find(Session.User);

    private MiniAppSession Session => User.GetSession()!; // no page is made without one

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        notes.Keep(Session.User, Text!);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await revocations.RevokeAsync(MiniAppSubject.Session(Session.Id));
        return RedirectToPage();
    }
}
