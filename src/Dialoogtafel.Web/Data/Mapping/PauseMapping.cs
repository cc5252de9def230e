using Dialoogtafel.Domain.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class SendingPauseMapping : IEntityTypeConfiguration<SendingPause>
{
    public void Configure(EntityTypeBuilder<SendingPause> pause) =>
        pause.Property(item => item.Id).ValueGeneratedNever();
}
