using System.ComponentModel.DataAnnotations;

namespace Dialoogtafel.Web.Modules.Team.SecondFactor;

/// <summary>What the browser answers to a passkey question, and where to go afterwards.</summary>
public sealed class PasskeyForm
{
    /// <summary>The JSON of the browser's answer; filled by the script.</summary>
    public string? Credential { get; set; }

    [StringLength(60, ErrorMessage = "Deze naam is te lang. Houd het bij 60 tekens.")]
    public string? Name { get; set; }

    /// <summary>A path of this site.</summary>
    public string? Terug { get; set; }
}

public sealed class AppCodeForm
{
    [Required(ErrorMessage = "Typ de code van zes cijfers over.")]
    public string? Code { get; set; }

    public string? Terug { get; set; }
}

/// <summary>The second step of signing in: show one of your keys.</summary>
public sealed record AskPage(bool HasPasskey, bool HasApp, string Terug, AppCodeForm Form);

/// <summary>"Uw tweede sleutel": what there is, and adding.</summary>
/// <param name="Fresh">The second factor was given just now, so that something may be changed; also true while there is
/// none.</param>
/// <param name="Terug">The page that sent her here; "/start" when none did.</param>
public sealed record KeysPage(
    IReadOnlyList<PasskeyRow> Passkeys,
    bool HasApp,
    bool Fresh,
    string Terug,
    PasskeyForm Form
)
{
    public bool HasAny => HasApp || Passkeys.Count > 0;

    public bool HasOne => Passkeys.Count + (HasApp ? 1 : 0) == 1;
}

/// <param name="Id">The credential id, base64url.</param>
/// <param name="Since">Local day.</param>
public sealed record PasskeyRow(string Id, string Name, DateOnly Since);

/// <summary>Adding a code app.</summary>
/// <param name="Secret">In groups of four, as one types it.</param>
public sealed record AppPage(string Secret, string Address, string Terug, AppCodeForm Form);
